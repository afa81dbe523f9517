import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Store

@Suite("Backups and what is done with them")
struct BackupTests {
  private let desk: TestDesk
  private let relay = CustomerKey.relay("a@marketplace.amazon.com")

  init() throws {
    desk = try TestDesk()
    try desk.store.note(.hours(-1))
    let review = try desk.review("R1", by: [.reviewer("A"), relay])
    try desk.queue("o1", for: review)
  }

  private func restore(at hours: Int64 = 5) -> DeskRestore {
    DeskRestore(of: desk.folder, clock: .hours(hours), patience: 1)
  }

  private func mode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test(
    "a backup is one file of its owner's alone, named after the second, with all that the desk has")
  func made() throws {
    var shares: [Double] = []
    let backup = try desk.store.backUp(at: .hours(0)) { shares.append($0) }
    #expect(backup.path == desk.path("backups/desk-20261126-120000.backup"))
    #expect(try mode(backup.path) == 0o600)
    #expect(try mode(desk.path("backups")) == 0o700)
    #expect(shares.last == 1)
    #expect(backup.contents.reviews == 1)
    #expect(backup.contents.replies == 1)
    #expect(try BackupFile.contents(of: backup.path) == backup.contents)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("backups"))
    #expect(names == ["desk-20261126-120000.backup"])
  }

  @Test("an existing file is never replaced, and a folder that is not there is named")
  func neverReplaces() throws {
    _ = try desk.store.backUp(to: desk.path("b"), at: .hours(0))
    for path in [desk.path("b"), desk.path("nowhere/b"), desk.path("desk.sqlite")] {
      let error = #expect(throws: DeskError.self) {
        try desk.store.backUp(to: path, at: .hours(0))
      }
      #expect(error?.description.contains(path) == true)
    }
    #expect(try desk.store.counts(at: .hours(0)).outbox == 1)
  }

  @Test("only the newest of our own naming are kept")
  func prunes() throws {
    for hour in 0..<Int64(3) { _ = try desk.store.backUp(at: .hours(hour)) }
    let others = ["desk-old.backup", "desk-20261126-1200000.backup", "mine.sqlite"]
    for name in others {
      #expect(FileManager.default.createFile(atPath: desk.path("backups/\(name)"), contents: nil))
    }
    let backup = try desk.store.backUp(at: .hours(3), keeping: 2)
    #expect(backup.removed.count == 2)
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.path("backups"))
    #expect(
      Set(left)
        == Set(others + ["desk-20261126-140000.backup", "desk-20261126-150000.backup"]))
  }

  @Test("there and back: what was done since is kept aside, contacts are known, sending is frozen")
  func roundTrip() throws {
    let backup = try desk.store.backUp(at: .hours(0))
    #expect(try desk.store.send("o1", at: 1) == .granted)
    try desk.store.close()
    let restored = try restore().run(from: backup.path)
    #expect(restored.contents.replies == 1)
    #expect(restored.freezes.map(\.kind) == [.restored])
    #expect(restored.freezes.first?.needsHorizon == false)
    let kept = desk.path("desk.sqlite.before-restore-20261126-170000")
    #expect(restored.kept == [kept])
    let store = try DeskStore(at: desk.folder, clock: .hours(6))
    #expect(try store.outboxItem(OutboxID("o1"))?.state == .held)
    #expect(try #require(try store.customer(for: relay)).standing.lastContact == .hours(1))
    try store.close()
    let former = try DeskRestore(of: desk.folder, clock: .hours(7)).run(from: kept)
    #expect(former.contents.permits == 1)
    let again = try DeskStore(at: desk.folder, clock: .hours(8))
    #expect(try again.outboxItem(OutboxID("o1"))?.state == .sent)
    #expect(try again.freezes().map(\.kind) == [.restored])
    try again.close()
  }

  @Test("a restore without anything newer is frozen as well, until somebody confirms it")
  func nothingNewer() throws {
    let backup = try desk.store.backUp(at: .hours(0))
    try desk.store.close()
    let restored = try restore().run(from: backup.path)
    #expect(restored.freezes.map(\.kind) == [.restored])
    let store = try DeskStore(at: desk.folder, clock: .hours(6))
    try store.allow(at: 6)
    #expect(try store.send("o1", at: 6) == .granted)
    try store.close()
  }

  @Test("while another program has the desk open nothing is exchanged")
  func inUse() throws {
    let backup = try desk.store.backUp(at: .hours(0))
    #expect(throws: DeskError.inUse(path: desk.folder)) { try restore().run(from: backup.path) }
    #expect(throws: DeskError.inUse(path: desk.folder)) { try restore().setAside() }
    #expect(!desk.names.contains { $0.contains("before-restore") })
  }

  @Test("what is no whole backup is refused, and the desk stays as it is")
  func refused() throws {
    let backup = try desk.store.backUp(at: .hours(0)).path
    try desk.store.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
    var flipped = whole
    flipped[5000] ^= 0xFF
    for index in 8192..<8292 { flipped[index] = 0xAA }
    let cases: [(name: String, data: Data)] = [
      ("garbage", Data(repeating: 0x41, count: 9000)), ("empty", Data()),
      ("truncated", whole.prefix(whole.count / 2)), ("flipped", flipped),
    ]
    for (name, data) in cases {
      try data.write(to: URL(fileURLWithPath: desk.path(name)))
      let error = #expect(throws: DeskError.self, "\(name)") {
        try restore().run(from: desk.path(name))
      }
      #expect(error?.description.contains(desk.path(name)) == true, "\(name)")
    }
    #expect(throws: DeskError.self) { try restore().run(from: desk.path("missing")) }
    #expect(throws: DeskError.self) { try restore().run(from: "/dev/zero") }
    #expect(!desk.names.contains { $0.contains("restor") })
    let store = try DeskStore(at: desk.folder, clock: .hours(6))
    #expect(try store.freezes().isEmpty)
    try store.close()
  }

  @Test("a backup of a newer program is refused")
  func newer() throws {
    try desk.sql("INSERT INTO grdb_migrations(identifier) VALUES ('9 from the future')")
    try desk.keepCopy()
    #expect(throws: DeskError.newerSchema(path: desk.path("copy"))) {
      try restore().run(from: desk.path("copy"))
    }
  }

  @Test("a restore that was interrupted is not opened, and is done again")
  func interrupted() throws {
    let backup = try desk.store.backUp(at: .hours(0)).path
    try desk.store.close()
    try FileManager.default.moveItem(
      atPath: desk.path("desk.sqlite"), toPath: desk.path("desk.sqlite.before-restore-x"))
    try FileManager.default.copyItem(
      atPath: backup, toPath: desk.path("desk.sqlite.restoring"))
    let error = #expect(throws: DeskError.self) { try desk.again() }
    #expect(error?.description.contains("run `amends restore` again") == true)
    #expect(try restore().run(from: backup).contents.reviews == 1)
    try desk.again().close()
  }

  @Test(
    "an empty desk can be begun; the contacts that left are known, and sending waits for a word")
  func setAside() throws {
    #expect(try desk.store.send("o1", at: 1) == .granted)
    try desk.store.close()
    try desk.change("desk.sqlite") { $0 = Data(repeating: 0x41, count: 8192) }
    #expect(throws: DeskError.self) { try desk.again() }
    let restored = try restore().setAside()
    #expect(restored.contents.reviews == 0)
    #expect(restored.contents.facts == 1)
    #expect(restored.freezes.map(\.needsHorizon) == [true])
    let kept = try #require(restored.kept.first)
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == Data(repeating: 0x41, count: 8192))
    let store = try DeskStore(at: desk.folder, clock: .hours(6))
    #expect(try #require(try store.customer(for: relay)).standing.lastContact == .hours(1))
    #expect(throws: DeskError.needsHorizon) { try store.allow(at: 6) }
    try store.allow(at: 90, nothingSentAfter: .hours(6))
    try store.close()
  }
}
