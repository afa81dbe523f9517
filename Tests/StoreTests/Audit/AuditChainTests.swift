import AmendsPolicy
import Digests
import Foundation
import GRDB
import Ledger
import Testing

@testable import Store

/// The chain under hands that know the file and not the program.
@Suite("The audit chain shows what was done to it")
struct AuditChainTests {
  private let desk: TestDesk
  private let customer: CustomerID

  init() throws {
    let desk = try TestDesk()
    customer = try desk.review("R1", by: [.reviewer("A")]).customer
    for hour in 1...9 {
      _ = try desk.store.addNote("n", to: customer, at: .hours(Int64(hour)), by: "amy")
    }
    self.desk = desk
  }

  /// Takes the guards away, as whoever owns the file can.
  private func tamper(_ statement: String, _ arguments: StatementArguments = []) throws {
    for name in ["audit_follows", "audit_frozen", "audit_kept"] {
      try desk.sql("DROP TRIGGER IF EXISTS \(name)")
    }
    try desk.sql(statement, arguments)
  }

  private func fault() throws -> AuditFault? { try desk.store.verifyAudit().fault }

  @Test("an untouched chain is whole, and its head is that of the last entry")
  func whole() throws {
    let verdict = try desk.store.verifyAudit()
    #expect(verdict.isWhole)
    #expect(verdict.count == 10)
    let newest = try #require(try desk.store.audit(AuditQuery(limit: 1)).first)
    #expect(verdict.head == newest.hash)
    #expect(try desk.store.auditHead() == AuditHead(count: 10, hash: newest.hash))
  }

  @Test("the first entry follows nothing")
  func empty() throws {
    let empty = try TestDesk()
    let zeros = String(repeating: "0", count: 64)
    #expect(try empty.store.auditHead() == AuditHead(count: 0, hash: zeros))
    #expect(try empty.store.verifyAudit().isWhole)
  }

  @Test("an entry is summed up as its documentation says")
  func form() throws {
    let entry = try #require(try desk.store.audit(AuditQuery(limit: 1)).first)
    let before = try #require(try desk.store.audit(AuditQuery(before: 10, limit: 1)).first)
    let object = entry.object
    let at = "\(entry.at.milliseconds)"
    var bytes = stride(from: 0, to: 64, by: 2).map { index -> UInt8 in
      let start = before.hash.index(before.hash.startIndex, offsetBy: index)
      return UInt8(before.hash[start...].prefix(2), radix: 16) ?? 0
    }
    bytes += Array(
      ("amends audit 1" + "2:10,\(at.count):\(at),3:amy,0:,0:,0:,12:note-written,1:1,"
        + "\(object.count):\(object),0:,-").utf8)
    #expect(bytes.withUnsafeBytes { Checksum(of: $0) }.description == entry.hash)
  }

  @Test("the database itself refuses to change, remove, replace or squeeze in an entry")
  func guarded() throws {
    for statement in [
      "UPDATE audit SET actor = 'eve'", "DELETE FROM audit", "DELETE FROM audit WHERE seq = 10",
      "UPDATE OR REPLACE audit SET seq = 3 WHERE seq = 4",
    ] {
      let error = #expect(throws: DatabaseError.self, "\(statement)") { try desk.sql(statement) }
      #expect(error?.message?.contains("never") == true)
    }
    let columns = "at, actor, user, host, process, action, object, details, prev, hash"
    for (verb, seq) in [
      ("INSERT", "5"), ("INSERT OR REPLACE", "5"), ("REPLACE", "10"), ("INSERT", "12"),
      ("INSERT", "11"), ("INSERT", "NULL"),
    ] {
      let error = #expect(throws: DatabaseError.self, "\(verb) \(seq)") {
        try desk.sql(
          """
          \(verb) INTO audit(seq, \(columns)) VALUES (\(seq), 0, '', '', '', '', 'x', 'desk', '',
            zeroblob(32), zeroblob(32))
          """)
      }
      #expect(error?.message?.contains("follows the last one") == true)
    }
    #expect(try desk.store.verifyAudit().count == 10)
  }

  @Test(
    "an edited entry is named",
    arguments: [
      "actor = 'eve'", "at = at + 1", "details = 'x=y'||char(10)", "object = 'desk'",
      "action = 'imported'", "customer = NULL", "host = 'elsewhere'", "user = 'root'",
      "process = '1:2:3'", "write = 'w'", "hash = zeroblob(32)",
    ])
  func edited(_ change: String) throws {
    try tamper("UPDATE audit SET \(change) WHERE seq = 4")
    #expect(try fault() == AuditFault(number: 4, kind: .content))
    #expect(try desk.store.verifyAudit().count == 3)
  }

  @Test("an entry that was edited and summed up anew shows at the next one")
  func resummed() throws {
    try tamper("UPDATE audit SET prev = zeroblob(32) WHERE seq = 4")
    #expect(try fault() == AuditFault(number: 4, kind: .order))
  }

  @Test("a removed entry shows as a gap")
  func removed() throws {
    try tamper("DELETE FROM audit WHERE seq = 4")
    #expect(try fault() == AuditFault(number: 5, kind: .gap))
    try desk.sql("UPDATE audit SET seq = seq - 1 WHERE seq > 4")
    #expect(try fault() == AuditFault(number: 4, kind: .order))
  }

  @Test("entries that changed places show")
  func reordered() throws {
    try tamper("UPDATE audit SET seq = -4 + 100 WHERE seq = 4")
    try desk.sql("UPDATE audit SET seq = 4 WHERE seq = 5")
    try desk.sql("UPDATE audit SET seq = 5 WHERE seq = 96")
    #expect(try fault() == AuditFault(number: 4, kind: .order))
  }

  @Test("a tail that was cut off shows only against a head that was noted")
  func cut() throws {
    let noted = try desk.store.auditHead().hash
    try tamper("DELETE FROM audit WHERE seq > 7")
    #expect(try desk.store.verifyAudit().isWhole)
    #expect(try desk.store.verifyAudit(head: noted).noted == nil)
  }

  @Test("a noted head is found again when the chain has grown")
  func grown() throws {
    let noted = try desk.store.auditHead().hash
    _ = try desk.store.addNote("n", to: customer, at: .hours(20), by: "amy")
    #expect(try desk.store.verifyAudit(head: noted.uppercased()).noted == 10)
    let zeros = String(repeating: "0", count: 64)
    #expect(try desk.store.verifyAudit(head: zeros).noted == 0)
  }

  @Test("a look at the newest ones finds what is wrong with them, and nothing else")
  func newest() throws {
    try tamper("UPDATE audit SET actor = 'eve' WHERE seq = 3")
    #expect(try desk.store.verifyAudit(newest: 5).isWhole)
    #expect(try desk.store.verifyAudit(newest: 5).count == 5)
    #expect(try desk.store.verifyAudit(newest: 99).fault?.number == 3)
    try desk.sql("UPDATE audit SET actor = 'eve' WHERE seq = 9")
    #expect(try desk.store.verifyAudit(newest: 5).fault?.number == 9)
  }

  @Test("a reply that was moved past Amends is not told by the chain, and that shows")
  func untold() throws {
    let review = try desk.review("R2", by: [.reviewer("B")])
    try desk.queue("o1", for: review)
    try desk.sql("UPDATE outbox SET state = 'recalled' WHERE id = 'o1'")
    #expect(try desk.store.verifyAudit().untold == 1)
    #expect(!(try desk.store.verifyAudit().isWhole))
    _ = try desk.store.addNote("n", to: customer, at: .hours(20), by: "amy")
    #expect(try desk.store.verifyAudit().untold == 1)
    #expect(try desk.store.audit(AuditQuery(limit: 1)).first?.action == "note-written")
  }

  @Test("a permit whose entry was taken out of a chain that was written anew shows")
  func permitWithoutEntry() throws {
    let review = try desk.review("R2", by: [.reviewer("B")])
    try desk.queue("o1", for: review)
    #expect(try desk.send("o1") == .granted)
    #expect(try desk.store.verifyAudit().untold == 0)
    try tamper("DELETE FROM audit WHERE action = 'permit-opened'")
    #expect(try desk.store.verifyAudit().untold == 1)
  }

  @Test("several processes write one chain without a gap")
  func together() async throws {
    let (desk, customer) = (desk, customer)
    let stores = try (0..<4).map { _ in try desk.again() }
    await withThrowingTaskGroup(of: Void.self) { group in
      for store in stores {
        group.addTask {
          for hour in 0..<20 {
            _ = try store.addNote("n", to: customer, at: .hours(Int64(hour)), by: "amy")
          }
        }
      }
    }
    let verdict = try desk.store.verifyAudit()
    #expect(verdict.isWhole)
    #expect(verdict.count == 90)
    for store in stores { try store.close() }
  }
}
