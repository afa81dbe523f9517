import AmendsPolicy
import Foundation
import GRDB
import Ledger
import Testing

@testable import Store

/// A desk as each earlier version of the program left it, opened by this one.
@Suite struct MigrationTests {
  /// The schema of each migration's time, with one open review of one star in it.
  private func desk(of version: String) throws -> String {
    let folder = TestDesk.newFolder()
    try DeskStore(at: folder).close()
    let path = folder + "/desk.sqlite"
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 0)
    try handle.close()
    let queue = try DatabaseQueue(path: path)
    try Migrations.migrator.migrate(queue, upTo: version)
    try queue.write {
      try $0.execute(
        sql: """
          INSERT INTO customer(id, key_kind, key_text) VALUES (1, 'reviewer', 'A');
          INSERT INTO alias(kind, key, customer) VALUES ('reviewer', 'A', 1);
          INSERT INTO review(kind, external_id, rating, state_at, posted_at, customer, imported_at)
            VALUES ('product_review', 'R1', 1, 0, 0, 1, 0);
          """)
    }
    try queue.close()
    return folder
  }

  @Test func countersGoOnWhereTheTriggerLeftThem() throws {
    let folder = try desk(of: "1 desk")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try DeskStore(at: folder)
    #expect(try store.counts(at: .hours(0)).open == 1)
    let review = ImportedReview(
      externalID: "R2", kind: .productReview, rating: 2, text: "Bad", postedAt: .hours(-1),
      keys: [.reviewer("A")])
    _ = try store.importRows([.review(review), .review(review)], at: .hours(0), by: "amy")
    #expect(try store.counts(at: .hours(0)).open == 2)
    #expect(try store.count(.everything, now: .hours(0)) == 2)
    try store.close()
  }

  @Test func mailComesInWhereNoneWasKnown() throws {
    let folder = try desk(of: "2 cheaper imports")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try DeskStore(at: folder)
    let mail = ImportedMail(
      identity: "a", kind: .message, keys: [.reviewer("A")], at: .hours(-1), text: "Hello")
    #expect(try store.importRows([.mail(mail)], at: .hours(0), by: "amy").mail.messages == 1)
    try store.close()
  }
}
