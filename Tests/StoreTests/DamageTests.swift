import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Store

@Suite("Damaged desks")
struct DamageTests {
  /// A closed desk of some hundred pages, with a backup beside it.
  private func desk() throws -> (TestDesk, backup: String) {
    let desk = try TestDesk()
    let rows = (0..<200).map { number in
      ImportedRow.review(
        ImportedReview(
          externalID: "R\(number)", kind: .productReview, rating: 1,
          text: String(repeating: "It broke. ", count: 40), postedAt: .hours(-48),
          keys: [.reviewer("P\(number)")]))
    }
    _ = try desk.store.importRows(rows, at: .hours(-24), by: "import")
    let backup = try desk.store.backUp(at: .hours(0)).path
    try desk.store.close()
    return (desk, backup)
  }

  @Test("garbage in the header, and a file cut at a page, are refused with the newest good backup")
  func refused() throws {
    let (desk, backup) = try desk()
    let whole = try Data(contentsOf: URL(fileURLWithPath: desk.path("desk.sqlite")))
    let pages = whole.count / 4096
    var cases = [Data(repeating: 0xA5, count: 100) + whole.dropFirst(100)]
    cases += stride(from: 1, to: pages, by: max(1, pages / 12)).map { whole.prefix($0 * 4096) }
    for data in cases {
      try desk.change("desk.sqlite") { $0 = data }
      let error = #expect(throws: DeskError.self) { try desk.again() }
      guard case .damaged(_, let found) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(found == backup)
      #expect(error?.description.contains("amends restore \(backup)") == true)
      #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path("desk.sqlite"))) == data)
    }
    #expect(
      try DeskRestore(of: desk.folder, clock: .hours(1)).run(from: backup).contents.reviews == 200)
  }

  @Test("a damaged backup is passed over for an older one that is whole")
  func backupDamaged() throws {
    let (desk, backup) = try desk()
    let newer = desk.path("backups/desk-20261127-120000.backup")
    try Data(repeating: 0x41, count: 9000).write(to: URL(fileURLWithPath: newer))
    try desk.change("desk.sqlite") { $0 = Data(repeating: 0x41, count: 8192) }
    let error = #expect(throws: DeskError.self) { try desk.again() }
    guard case .damaged(_, backup) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("flipped bytes never pass for a whole desk where it is looked through")
  func flipped() throws {
    let (desk, _) = try desk()
    let whole = try Data(contentsOf: URL(fileURLWithPath: desk.path("desk.sqlite")))
    var dice = Seeded(7)
    var noticed = 0
    for _ in 0..<20 {
      try desk.change("desk.sqlite") { data in
        data = whole
        for _ in 0..<1000 {
          data[Int.random(in: 100..<data.count, using: &dice)] ^= UInt8.random(
            in: 1...255, using: &dice)
        }
      }
      do {
        let store = try desk.again()
        defer { try? store.close() }
        try store.examine()
      } catch {
        noticed += 1
        guard case DeskError.damaged = error else {
          Issue.record("\(error)")
          continue
        }
      }
      #expect(desk.exists("desk.sqlite"))
    }
    #expect(noticed == 20)
  }

  @Test(
    "after the disk failed, or the machine went down, a desk is looked through before it is used")
  func afterFailure() throws {
    let (desk, _) = try desk()
    #expect(
      FileManager.default.createFile(
        atPath: desk.path("desk.failed"), contents: Data("fsync: no".utf8),
        attributes: [.posixPermissions: 0o600]))
    let store = try desk.again()
    let freeze = try #require(try store.freezes().first)
    #expect(freeze.kind == .storage)
    #expect(freeze.reason.contains("fsync: no"))
    try store.close()
    #expect(!desk.exists("desk.failed"))
    let again = try desk.again()
    #expect(try again.freezes().count == 1)
    try again.close()
  }
}
