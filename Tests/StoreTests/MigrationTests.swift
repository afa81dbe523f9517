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

  @Test func anEarlierDeskGetsAChainAndAKey() throws {
    let folder = try desk(of: "2 cheaper imports")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try DeskStore(at: folder)
    _ = try store.addNote("n", to: CustomerID(1), at: .hours(0), by: "amy")
    #expect(try store.verifyAudit().isWhole)
    try store.erase(CustomerID(1), at: .hours(1))
    #expect(try store.customer(for: .reviewer("A"))?.standing.doNotContact == .hours(1))
    #expect(try store.verifyAudit().count == 2)
    try store.close()
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

  @Test func reviewsFromBeforeAreAwakeAndCanBeSnoozed() throws {
    let folder = try desk(of: "1 desk")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try DeskStore(at: folder)
    #expect(try store.reviews(.inbox, limit: 9, now: .hours(0)).rows.count == 1)
    #expect(try store.counts(at: .hours(0)).nextWake == nil)
    try store.setSnoozes([ReviewID(1): .until(.hours(1))], at: .hours(0))
    #expect(try store.reviews(.inbox, limit: 9, now: .hours(0)).rows.isEmpty)
    #expect(try store.counts(at: .hours(0)).open == 0)
    #expect(try store.counts(at: .hours(1)).open == 1)
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

  /// A reply that was sent at an instant, past the program.
  private func send(at instant: Instant, _ folder: String) throws {
    let queue = try DatabaseQueue(path: folder + "/desk.sqlite")
    let at = instant.milliseconds
    try queue.write {
      try $0.execute(
        sql: """
          INSERT INTO draft(id, review, customer, revision, cursor, changed_at, text)
            VALUES ('d', 1, 1, 1, 0, 0, 'x');
          INSERT INTO outbox(id, draft, review, customer, state, is_proactive, queued_at, queued_by,
            leaves_at, seen_event, seen_version, text)
            VALUES ('o', 'd', 1, 1, 'queued', 0, 0, 'amy', 0, 0, 0, 'x');
          UPDATE outbox SET state = 'sending';
          INSERT INTO policy VALUES (1, 1, 1, 1);
          INSERT INTO permit(customer, seq, outbox, policy, interval_ms, max_unanswered,
            order_window_ms, at, outcome, last_contact, unanswered, prev_contact, prev_unanswered,
            is_answer, is_proactive)
            VALUES (1, 1, 'o', 1, 1, 1, 1, \(at), 'open', \(LedgerSchema.open), 1,
              \(LedgerSchema.never), 0, 0, 0);
          UPDATE outbox SET state = 'committing';
          UPDATE permit SET outcome = 'sent', last_contact = \(at);
          UPDATE outbox SET state = 'sent';
          """)
    }
    try queue.close()
  }

  @Test func newestMessageIsAnInstantThatHasPassed() throws {
    let folder = try desk(of: "2 cheaper imports")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try send(at: .hours(5), folder)
    let store = try DeskStore(at: folder, clock: .hours(90))
    #expect(try store.freezes().isEmpty)
    try store.close()
    let again = try desk(of: "2 cheaper imports")
    defer { try? FileManager.default.removeItem(atPath: again) }
    try send(at: .hours(5), again)
    let back = try DeskStore(at: again, clock: .hours(4))
    #expect(try back.freezes().map(\.reason) == ["the clock went back 1 h"])
    try back.close()
  }

  @Test func deskFromBeforeGetsItsNameAndItsSpool() throws {
    let folder = try desk(of: "2 cheaper imports")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["desk.epoch", "desk.spool"] {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    for _ in 0..<2 {
      let store = try DeskStore(at: folder, clock: .hours(0))
      #expect(try store.freezes().isEmpty)
      try store.close()
    }
    for name in ["desk.epoch", "desk.spool"] {
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name)"))
    }
  }
}
