import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

@Suite("Freezing and allowing")
struct FreezeTests {
  private let desk: TestDesk
  private let review: Review
  private let id = OutboxID("o1")

  init() throws {
    desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A"), .relay("a@marketplace.amazon.com")])
  }

  private func reason() throws -> TypedReason {
    try #require(TypedReason("looked at another clock"))
  }

  /// A clock that stands so far off, on a machine that has run since the tests' noon.
  private func clock(_ hours: Int64, off: Span = Span(milliseconds: 0)) -> ClockReading {
    var reading = ClockReading.hours(hours)
    reading.wall = reading.wall + off
    return reading
  }

  @Test("a clock that went back freezes sending in the transaction that asked for the permit")
  func inCommit() throws {
    try desk.store.note(clock(0))
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(id, by: "test")
    let answer = try desk.store.commit(
      id, fence: claim.fence, at: clock(5, off: .hours(-1)), channel: "email")
    guard case .refused(.frozen(let freeze, let leavesAt)) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(freeze.kind == .clock)
    #expect(freeze.inWords == "sending is frozen: the clock went back 1 h")
    #expect(leavesAt == .hours(0))
    #expect(try desk.store.freezes() == [freeze])
    #expect(try desk.sql("SELECT * FROM permit").isEmpty)
  }

  @Test("while it is frozen nothing is due and nothing is claimed; what is queued stays queued")
  func nothingDue() throws {
    try desk.queue("o1", for: review)
    try desk.store.stopSending(try reason(), at: .hours(0), by: "amy")
    #expect(try desk.store.nextDue() == nil)
    #expect(try desk.store.claim(dueAt: .hours(9), by: "test") == nil)
    #expect(try desk.state("o1") == .queued)
    #expect(try desk.store.counts(at: .hours(0)).freezes.map(\.kind) == [.stopped])
    try desk.store.allowSending(try reason(), clock: clock(1), by: "ben")
    #expect(try desk.store.nextDue() == .hours(0))
    #expect(try desk.send("o1", at: .hours(1)) == .granted)
  }

  @Test("drafts are written and replies queued meanwhile")
  func workGoesOn() throws {
    try desk.store.stopSending(try reason(), at: .hours(0), by: "amy")
    try desk.queue("o1", for: review)
    try desk.record(.answered, .reviewer("A"), at: .hours(1))
    #expect(try desk.state("o1") == .held)
  }

  @Test("the database itself refuses a permit, for every kind", arguments: FreezeKind.allCases)
  func databaseRefuses(_ kind: FreezeKind) throws {
    try desk.queue("o1", for: review)
    _ = try desk.store.claim(id, by: "test")
    try desk.sql(
      """
      INSERT INTO freeze(kind, reason, since, ends_by_itself, needs_horizon)
      VALUES ('\(kind.rawValue)', 'x', 0, 0, 0)
      """)
    try desk.sql("INSERT INTO policy VALUES (1, 1, 1, 1)")
    let error = #expect(throws: DatabaseError.self) {
      try desk.sql(
        """
        INSERT INTO permit(customer, seq, outbox, policy, interval_ms, max_unanswered,
          order_window_ms, at, outcome, last_contact, unanswered, prev_contact, prev_unanswered,
          is_answer, is_proactive)
        VALUES (1, 1, 'o1', 1, 1, 1, 1, 0, 'open', 9000000000000000, 1, -9000000000000000, 0, 0, 0)
        """)
    }
    #expect(error?.message == "frozen:\(kind.rawValue)")
  }

  @Test("who allowed sending, when and why is kept, and never changed")
  func kept() throws {
    try desk.store.stopSending(try reason(), at: .hours(0), by: "amy")
    try desk.store.stopSending(try reason(), at: .hours(1), by: "eve")
    let lifted = try desk.store.allowSending(try reason(), clock: clock(2), by: "ben")
    #expect(lifted.map(\.by) == ["amy"])
    #expect(try desk.store.allowSending(try reason(), clock: clock(2), by: "ben").isEmpty)
    let row = try #require(try desk.sql("SELECT * FROM freeze").first)
    #expect(row["raised_by"] == "amy")
    #expect(row["lifted_by"] == "ben")
    #expect(row["lifted_at"] == Instant.hours(2).milliseconds)
    #expect(row["lifted_reason"] == "looked at another clock")
    for statement in [
      "DELETE FROM freeze", "UPDATE freeze SET lifted_by = 'x'", "UPDATE freeze SET reason = 'x'",
      "INSERT OR REPLACE INTO freeze SELECT * FROM freeze",
      "INSERT INTO freeze(kind, reason, since, ends_by_itself, needs_horizon, lifted_at, lifted_by,"
        + " lifted_reason) VALUES ('clock', 'x', 0, 0, 0, 1, 'x', 'short')",
    ] { #expect(throws: DatabaseError.self, "\(statement)") { try desk.sql(statement) } }
  }

  @Test("an accepted clock is the measure from then on")
  func accepted() throws {
    try desk.store.note(clock(0))
    let wrong = clock(5, off: .days(30))
    try desk.store.note(wrong)
    #expect(try desk.store.freezes().map(\.kind) == [.clock])
    try desk.store.allowSending(try reason(), clock: wrong, by: "amy")
    try desk.store.note(clock(6, off: .days(30)))
    #expect(try desk.store.freezes().isEmpty)
    try desk.store.note(clock(6))
    #expect(try desk.store.freezes().map(\.reason) == ["the clock went back 30 d"])
  }

  @Test(
    "what waits for a time server ends with its first answer, what a person has to say does not")
  func endsByItself() throws {
    try desk.store.note(clock(0))
    var started = clock(1)
    started.boot = "later"
    started.keeping = .unknown
    try desk.store.note(started)
    #expect(try desk.store.freezes().map(\.endsByItself) == [true])
    started.keeping = .kept
    try desk.store.note(started)
    #expect(try desk.store.freezes().isEmpty)
    try desk.store.stopSending(try reason(), at: .hours(1), by: "amy")
    try desk.store.note(started)
    #expect(try desk.store.freezes().map(\.kind) == [.stopped])
  }

  @Test("a clock is looked at when a desk is opened; its mark is written at most once a minute")
  func opening() throws {
    let folder = desk.folder
    try DeskStore(at: folder, clock: clock(0)).close()
    func newest() throws -> Int64? { try desk.sql("SELECT newest FROM clock_mark").first?[0] }
    try DeskStore(at: folder, clock: clock(0, off: .seconds(59))).close()
    #expect(try newest() == Instant.hours(0).milliseconds)
    let later = ClockReading.steady(.hours(0) + .seconds(60))
    try DeskStore(at: folder, clock: later).close()
    #expect(try newest() == later.wall.milliseconds)
    let store = try DeskStore(at: folder, clock: clock(1, off: .days(2)))
    #expect(try store.freezes().map(\.reason) == ["the clock jumped ahead 48 h"])
    #expect(try newest() == later.wall.milliseconds)
    try store.close()
  }

  @Test("a message that was sent is an instant that has passed, whatever the clock says later")
  func sentPasses() throws {
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(id, by: "test")
    #expect(
      try desk.store.commit(id, fence: claim.fence, at: .hours(0), channel: "email") == .granted)
    try desk.store.finish(id, fence: claim.fence, .sent, at: .hours(3))
    var started = clock(2)
    started.boot = "later"
    try desk.store.note(started)
    #expect(try desk.store.freezes().map(\.reason) == ["the clock went back 1 h"])
  }

  @Test("after a restore somebody says until when messages may have left, and the interval passes")
  func horizon() throws {
    try desk.sql(
      """
      INSERT INTO freeze(kind, reason, since, ends_by_itself, needs_horizon)
      VALUES ('restored', 'x', 0, 0, 1)
      """)
    let why = try reason()
    #expect(throws: DeskError.needsHorizon) {
      try desk.store.allowSending(why, clock: clock(0), by: "amy")
    }
    #expect(throws: DeskError.allowedFrom(.hours(1))) {
      try desk.store.allowSending(
        why, clock: clock(0), by: "amy", nothingSentAfter: .hours(-71))
    }
    #expect(try desk.store.freezes().count == 1)
    try desk.store.allowSending(why, clock: clock(0), by: "amy", nothingSentAfter: .hours(-72))
    #expect(try desk.store.freezes().isEmpty)
    let row = try #require(try desk.sql("SELECT horizon FROM freeze").first)
    #expect(row[0] == Instant.hours(-72).milliseconds)
  }
}
