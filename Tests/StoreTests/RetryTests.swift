import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

/// Replies that a server does not take: for now, for good, and for too long.
@Suite struct RetryTests {
  private let desk: TestDesk
  private let review: Review
  private let id = OutboxID("o1")

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    self.desk = desk
    try desk.queue("o1", for: review)
  }

  private func item() throws -> OutboxItem { try #require(try desk.store.outboxItem(id)) }

  private func claim() throws -> Int64 { try desk.store.claim(id, by: "test").fence }

  private func commit() throws -> Int64 {
    let fence = try claim()
    #expect(
      try desk.store.commit(id, fence: fence, at: .hours(0), channel: "e-mail") == .granted)
    return fence
  }

  private func deferIt(_ fence: Int64, at now: Instant = .hours(0)) throws {
    try desk.store.finish(id, fence: fence, .deferred(reason: "451 greylisted"), at: now)
  }

  @Test func refusedForNowBeforeThePermitWaitsForItsNextTry() throws {
    try deferIt(claim())
    let wait = try #require(RetryPlan.reply.wait(after: 1, of: id.text))
    let item = try item()
    #expect(item.state == .queued)
    #expect(item.leavesAt == .hours(0) + wait)
    #expect(item.reason == "451 greylisted")
    #expect(item.progress == OutboxProgress(failures: 1, answer: "451 greylisted"))
    #expect(item.attempts == 0)
    #expect(try desk.store.claim(dueAt: .hours(0), by: "test") == nil)
    #expect(try desk.store.claim(dueAt: item.leavesAt, by: "test")?.fence == 2)
  }

  @Test func refusedForNowAfterThePermitVoidsIt() throws {
    try deferIt(commit())
    #expect(try item().state == .queued)
    #expect(try desk.sql("SELECT outcome FROM permit").map { $0[0] as String } == ["void"])
    #expect(try desk.store.events(of: review.customer).isEmpty)
    #expect(try desk.send("o1") == .granted)
    #expect(try item().state == .sent)
    #expect(try item().attempts == 2)
  }

  @Test func waitsGrowAndEndWithAPerson() throws {
    var waits: [Span] = []
    for _ in 1...11 {
      try deferIt(claim())
      waits.append(try item().leavesAt - .hours(0))
    }
    #expect(waits == (1...11).compactMap { RetryPlan.reply.wait(after: $0, of: id.text) })
    try deferIt(claim())
    let held = try item()
    #expect(held.state == .held)
    #expect(
      held.reason
        == "not taken in 12 tries, at last: 451 greylisted; ask whoever runs the mail server,"
        + " then let it go on to try anew, or recall it")
    #expect(try desk.store.nextDue() == nil)
    try desk.store.resume(id, at: .hours(30))
    #expect(try item().progress == OutboxProgress())
    try deferIt(claim())
    #expect(try item().state == .queued)
  }

  @Test func lastRefusalAfterThePermitIsHeldWithAVoidOne() throws {
    try desk.sql("UPDATE outbox SET failures = 11")
    try deferIt(commit())
    #expect(try item().state == .held)
    #expect(try desk.sql("SELECT outcome FROM permit").map { $0[0] as String } == ["void"])
  }

  @Test func refusedForGoodBeforeThePermitOpensTheDraftAgain() throws {
    let fence = try claim()
    try desk.store.finish(id, fence: fence, .refused(reason: "550 no such user"), at: .hours(1))
    #expect(try item().state == .failed)
    #expect(try item().reason == "550 no such user")
    #expect(try item().progress.settledAt == .hours(1))
    #expect(try desk.store.review(review.id)?.state == .open)
    #expect(try desk.store.draft(for: review.id)?.text == "We are sorry.")
    #expect(try desk.sql("SELECT 1 FROM permit").isEmpty)
  }

  @Test func withoutAPermitNothingIsSentLostOrUndone() throws {
    let fence = try claim()
    for result in [DepartureResult.sent, .lost(reason: ""), .undone(reason: "")] {
      #expect(throws: DeskError.lostClaim(id)) {
        try desk.store.finish(id, fence: fence, result, at: .hours(0))
      }
    }
    #expect(try item().state == .sending)
  }

  @Test func aLateRefusalOfAnUncertainOneHoldsIt() throws {
    let fence = try commit()
    try desk.store.finish(id, fence: fence, .lost(reason: "cut off"), at: .hours(0))
    try deferIt(fence)
    #expect(try item().state == .held)
  }

  @Test func aPersonMayShortenTheWait() throws {
    try deferIt(claim())
    try desk.store.expedite(id, at: .hours(0))
    #expect(try item().leavesAt == .hours(0))
    #expect(try item().progress.failures == 1)
    try desk.store.expedite(id, at: .hours(2))
    #expect(try item().leavesAt == .hours(0))
    try desk.store.hold(id, at: .hours(2), by: "bo")
    #expect(throws: DeskError.self) { try desk.store.expedite(id, at: .hours(0)) }
  }

  @Test func whatEndedIsListedTheNewestFirst() throws {
    let second = try desk.review("R2", by: [.reviewer("B")])
    let third = try desk.review("R3", by: [.reviewer("C")])
    #expect(try desk.send("o1", at: .hours(1)) == .granted)
    try desk.queue("o2", for: second)
    let fence = try desk.store.claim(OutboxID("o2"), by: "test").fence
    try desk.store.finish(OutboxID("o2"), fence: fence, .refused(reason: "550"), at: .hours(2))
    try desk.queue("o3", for: third)
    let ended = try desk.store.outboxEnded(since: .hours(0), limit: 9)
    #expect(ended.map(\.item.id.text) == ["o2", "o1"])
    #expect(ended.map(\.item.state) == [.failed, .sent])
    #expect(ended.map(\.item.progress.settledAt) == [.hours(2), .hours(1)])
    #expect(try desk.store.outboxEnded(since: .hours(2), limit: 9).count == 1)
    #expect(try desk.store.outboxEnded(since: .hours(0), limit: 1).map(\.item.id.text) == ["o2"])
    #expect(try desk.store.outbox().map(\.item.id.text) == ["o3"])
  }
}
