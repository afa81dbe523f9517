import AmendsPolicy
import GRDB
import GRDBSQLite
import Ledger
import Synchronization
import Testing

@testable import Store

/// Statements that a connection prepares once, and what they are worth after an error.
@Suite struct CachedStatementTests {
  private let desk: TestDesk
  private let review: Review
  private let id = OutboxID("o1")
  private var store: DeskStore { desk.store }

  init() throws {
    desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
  }

  @Test func aWriteKeepsEveryStatementThatItRuns() throws {
    let log = StatementLog()
    store.pool.writeWithoutTransaction { db in
      db.trace { log.note("\($0)") }
    }
    try sendAfterDetours()
    try takeBack()
    let kept = store.pool.writeWithoutTransaction { db in
      db.trace(nil)
      return keptStatements(db)
    }
    #expect(log.statements.count > 50)
    #expect(log.statements.subtracting(kept) == [])
  }

  /// Every way that a reply goes on a shop's usual day.
  private func sendAfterDetours() throws {
    try desk.queue("o1", for: review)
    try store.hold(id, at: .hours(0), by: "amy")
    try store.resume(id, at: .hours(0))
    let first = try store.claim(id, by: "test")
    try store.postpone(id, fence: first.fence, until: .hours(0), reason: "later")
    let second = try #require(try store.claim(dueAt: .hours(0), by: "test"))
    try store.release(id, fence: second.fence)
    let third = try store.claim(id, by: "test")
    try store.obstruct(id, fence: third.fence, reason: "look at it", at: .hours(0))
    try commitAndFinish(.deferred(reason: "come again"))
    try commitAndFinish(.sent)
  }

  private func commitAndFinish(_ result: DepartureResult) throws {
    let fence = try store.claim(id, by: "test").fence
    #expect(try store.commit(id, fence: fence, at: .hours(0), channel: "email") == .granted)
    try store.finish(id, fence: fence, result, at: .hours(0))
  }

  /// They answer; that is taken back, and so are a draft, the next reply, and the leave to send.
  private func takeBack() throws {
    let answer = try desk.record(.answered, .reviewer("A"), at: .hours(1), recordedAt: .hours(1))
    for revision in 1...2 {
      try store.save(
        Draft(
          id: DraftID("d"), review: review.id, customer: review.customer, text: "So sorry.",
          revision: revision, changedAt: .hours(1)))
    }
    try store.discard(DraftID("d"), at: .hours(1))
    try desk.queue("o2", for: review)
    try store.recall(OutboxID("o2"), at: .hours(1), by: "amy")
    try store.retract(try #require(answer.event), at: .hours(1))
    let reason = try #require(TypedReason("the tests say so"))
    try store.stopSending(reason, at: .hours(1), by: "amy")
    try store.allow(at: 1)
  }

  private func keptStatements(_ db: Database) -> Set<String> {
    var kept: Set<String> = []
    var statement = sqlite3_next_stmt(db.sqliteConnection, nil)
    while let found = statement {
      kept.insert(String(cString: sqlite3_sql(found)))
      statement = sqlite3_next_stmt(db.sqliteConnection, found)
    }
    return kept
  }

  @Test func refusedStatementRunsTheNextTime() throws {
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE shelf(place INTEGER PRIMARY KEY, label TEXT)")
      let put = "INSERT INTO shelf VALUES (?, ?)"
      try db.cachedStatement(sql: put).execute(arguments: [1, "one"])
      for _ in 1...2 {
        #expect(throws: DatabaseError.self) {
          try db.cachedStatement(sql: put).execute(arguments: [1, "another"])
        }
      }
      try db.cachedStatement(sql: put).execute(arguments: [2, "two"])
      let labels = try String.fetchAll(
        db.cachedStatement(sql: "SELECT label FROM shelf ORDER BY place"))
      #expect(labels == ["one", "two"])
    }
  }

  @Test func firstRowLeavesNothingOpen() throws {
    try DatabaseQueue().writeWithoutTransaction { db in
      try db.execute(sql: "CREATE TABLE shelf(place INTEGER PRIMARY KEY)")
      try db.execute(sql: "INSERT INTO shelf VALUES (1), (2)")
      let first = "SELECT place FROM shelf ORDER BY place"
      #expect(
        try Int.fetchOne(
          db.cachedStatement(sql: first)) == 1)
      #expect(
        try Row.fetchOne(
          db.cachedStatement(sql: first))?[0] == 1)
      try db.execute(sql: "VACUUM")
      #expect(
        try Int.fetchSet(
          db.cachedStatement(sql: first)) == [1, 2])
    }
  }

  @Test func knowsWhatAnotherConnectionDidToTheSchema() throws {
    try desk.queue("o1", for: review)
    try desk.sql("ALTER TABLE outbox ADD COLUMN later TEXT NOT NULL DEFAULT ''")
    try desk.sql("CREATE INDEX draft_later ON draft(changed_at)")
    #expect(try desk.send("o1") == .granted)
    #expect(try desk.state("o1") == .sent)
  }
}

/// The statements of our own that a connection ran: without those of triggers, and of transactions.
private final class StatementLog: Sendable {
  private let ran = Mutex<Set<String>>([])
  var statements: Set<String> { ran.withLock { $0 } }

  func note(_ statement: String) {
    let isOurs = !["--", "BEGIN", "COMMIT", "PRAGMA"].contains { statement.hasPrefix($0) }
    if isOurs { ran.withLock { _ = $0.insert(statement) } }
  }
}
