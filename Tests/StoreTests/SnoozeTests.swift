import AmendsPolicy
import GRDB
import Ledger
import Testing

@testable import Store

/// Reviews that are out of the list until a time, or until their writer says something.
@Suite struct SnoozeTests {
  private let desk: TestDesk
  private let review: Review
  private let other: Review

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    other = try desk.review("R2", by: [.reviewer("B")])
    self.desk = desk
  }

  @discardableResult
  private func snooze(
    _ snooze: Snooze? = .until(.hours(5)),
    _ reviews: ReviewID...,
    at now: Instant = .hours(0)
  ) throws -> AppliedSnoozes {
    let ids = reviews.isEmpty ? [review.id] : reviews
    return try desk.store.setSnoozes(
      Dictionary(uniqueKeysWithValues: ids.map { ($0, snooze) }), at: now, by: "amy")
  }

  private func listed(
    _ filter: ReviewFilter = .inbox, at now: Instant = .hours(1)
  ) throws -> [ReviewID] {
    let rows = try desk.store.reviews(filter, order: .oldest, limit: 10, now: now).rows
    #expect(try desk.store.count(filter, now: now) == rows.count)
    return rows.map(\.review.id)
  }

  private func kept() throws -> Snooze? { try desk.store.review(review.id)?.snooze }

  private var snoozed: ReviewFilter {
    ReviewFilter(states: [.open, .queued], stars: 1...3, snooze: .snoozed)
  }

  @Test func leavesTheListUntilItsTime() throws {
    #expect(try snooze().former == [review.id: nil])
    #expect(try listed() == [other.id])
    #expect(try listed(snoozed) == [review.id])
    #expect(try listed(.everything) == [review.id, other.id])
    #expect(try listed(at: .hours(5) - Span(milliseconds: 1)) == [other.id])
    #expect(try listed(at: .hours(5)) == [review.id, other.id])
    #expect(try listed(snoozed, at: .hours(5)).isEmpty)
  }

  @Test func isCountedApartAndSaysWhenItComesBack() throws {
    try snooze(.until(.hours(5)), review.id)
    try snooze(.untilTheyWrite, other.id)
    var counts = try desk.store.counts(at: .hours(1))
    #expect(counts.open == 0)
    #expect(counts.snoozed == 2)
    #expect(counts.nextWake == .hours(5))
    counts = try desk.store.counts(at: .hours(5))
    #expect(counts.open == 1)
    #expect(counts.snoozed == 1)
    #expect(counts.nextWake == nil)
  }

  @Test func isWokenByAPersonAndPutBackByUndoing() throws {
    try snooze()
    let woken = try snooze(nil)
    #expect(woken.former == [review.id: .until(.hours(5))])
    #expect(try listed() == [review.id, other.id])
    try desk.store.setSnoozes(woken.former, at: .hours(1))
    #expect(try listed() == [other.id])
    #expect(try snooze().former.isEmpty)
  }

  @Test func undoingHidesNothingThatWasChangedMeanwhile() throws {
    try snooze(.untilTheyWrite)
    let moved: [ReviewID: Snooze?] = [review.id: .until(.hours(5))]
    let former = try desk.store.setSnoozes(moved, at: .hours(0), by: "amy").former
    try snooze(nil)
    let undone = try desk.store.setSnoozes(former, known: moved, at: .hours(1), by: "amy")
    #expect(undone.overtaken == [review.id] && undone.former.isEmpty)
    #expect(try listed() == [review.id, other.id])
    try snooze(.until(.hours(5)))
    #expect(try desk.store.setSnoozes(former, known: moved, at: .hours(1)).former == moved)
  }

  @Test func whoeverWaitsForAnAnswerStays() throws {
    try desk.record(.answered, .reviewer("A"), at: .hours(-1))
    let applied = try snooze(.untilTheyWrite, review.id, other.id)
    #expect(applied.waiting == [review.id])
    #expect(applied.former == [other.id: nil])
    #expect(try listed() == [review.id])
  }

  @Test(arguments: [ReviewEvent.closed, .settled])
  func onlyOpenReviewsAre(_ event: ReviewEvent) throws {
    try desk.store.apply(event, to: [review.id], at: .hours(0))
    #expect(try snooze().handled == [review.id])
    #expect(try kept() == nil)
  }

  @Test func oneThatIsUnknownChangesNothing() throws {
    #expect(throws: DeskError.unknown("review")) {
      try snooze(.untilTheyWrite, review.id, ReviewID(999))
    }
    #expect(try kept() == nil)
  }

  @Test(arguments: [ContactEventKind.answered, .refundAsked, .optedOut, .complained])
  func comesBackWhenTheySaySomething(_ kind: ContactEventKind) throws {
    try snooze(.untilTheyWrite, review.id, other.id)
    try desk.record(kind, .reviewer("A"), at: .hours(1), recordedAt: .hours(1))
    #expect(try listed() == [review.id])
    #expect(try kept() == nil)
  }

  @Test func staysBackThoughTheyWereAnsweredAtOnce() throws {
    try snooze()
    let facts = [(ContactEventKind.answered, Int64(1)), (.contacted, 2)].map { kind, hour in
      ImportedRow.contact(
        ContactRecord(customer: .reviewer("A"), event: ContactEvent(kind, at: .hours(hour))))
    }
    _ = try desk.store.importRows(facts, at: .hours(3), by: "amy")
    #expect(try desk.store.customer(review.customer)?.standing.oldestUnanswered == nil)
    #expect(try listed() == [review.id, other.id])
  }

  @Test func whatTheShopDoesWakesNothing() throws {
    try snooze()
    try desk.record(.contacted, .reviewer("A"), at: .hours(1), recordedAt: .hours(1))
    _ = try desk.store.addNote("call", to: review.customer, at: .hours(1), by: "amy")
    #expect(try listed() == [other.id])
  }

  @Test func comesBackWhenAnAnswerTurnsOutToBeNone() throws {
    try desk.record(.answered, .reviewer("A"), at: .hours(-3))
    let call = try desk.record(.contacted, .reviewer("A"), at: .hours(-2))
    try snooze()
    #expect(try listed() == [other.id])
    try desk.store.retract(try #require(call.event), at: .hours(1))
    #expect(try listed() == [review.id, other.id])
  }

  @Test func comesBackWhenItsWriterTurnsOutToBeSomebodyWhoWaits() throws {
    try desk.record(.answered, .reviewer("B"), at: .hours(-3))
    try snooze()
    try desk.store.merge(.reviewer("B"), into: review.customer, at: .hours(1))
    #expect(try listed() == [review.id, other.id])
  }

  @Test func comesBackWhenItIsChanged() throws {
    try snooze(.untilTheyWrite)
    try desk.review("R1", by: [.reviewer("A")])
    #expect(try listed() == [other.id])
    try desk.review("R1", by: [.reviewer("A")], text: "It arrived broken, and nobody cares.")
    #expect(try listed() == [review.id, other.id])
  }

  @Test func isOverWhenTheWorkGoesOn() throws {
    try snooze(.untilTheyWrite)
    let applied = try desk.store.apply(.closed, to: [review.id], at: .hours(1))
    #expect(try kept() == nil)
    try desk.store.restore(applied.former, at: .hours(1))
    #expect(try listed() == [review.id, other.id])
    try snooze(.untilTheyWrite)
    try desk.queue("o1", for: try #require(try desk.store.review(review.id)))
    #expect(try listed() == [review.id, other.id])
    try desk.store.recall(OutboxID("o1"), at: .hours(1), by: "amy")
    #expect(try listed() == [review.id, other.id])
  }

  @Test func isAuditedAndDoneOnce() throws {
    let write = WriteID("w1")
    let snoozes: [ReviewID: Snooze?] = [review.id: .untilTheyWrite]
    let first = try desk.store.setSnoozes(snoozes, at: .hours(0), by: "amy", as: write)
    try snooze(.until(.hours(9)))
    let head = try desk.store.auditHead()
    #expect(try desk.store.setSnoozes(snoozes, at: .hours(1), as: write) == first)
    #expect(try desk.store.auditHead() == head)
    #expect(try kept() == .until(.hours(9)))
    let details = try desk.sql(
      "SELECT details FROM audit WHERE action = 'review-snoozed' ORDER BY seq"
    ).map { AuditDetails(canonical: $0[0]) }
    #expect(details.map { $0[.to] } == ["they-write", "2026-11-26T21:00:00Z"])
    #expect(details.map { $0[.from] } == [nil, "they-write"])
    let second = WriteID("w2")
    for _ in 0..<2 {
      #expect(
        try desk.store.setSnoozes([review.id: nil], at: .hours(1), as: second).former
          == [review.id: .until(.hours(9))])
    }
  }

  @Test func isNothingThatStaysOfAnErasedPerson() throws {
    try snooze(.untilTheyWrite)
    try desk.store.erase(review.customer, at: .hours(1))
    #expect(try kept() == nil)
    #expect(try desk.store.counts(at: .hours(1)).snoozed == 0)
  }

  /// By stars SQLite looks into the rows, as it does not take a computed column off an index.
  @Test(arguments: [ReviewOrder.urgency, .newest, .oldest])
  func pagesAreReadOffTheIndexesAlone(_ order: ReviewOrder) throws {
    let conditions = FilterConditions(filter: .inbox, limits: ContactLimits(), now: .hours(0))
    let plan = ListPlan(conditions, order: order)
    let terms = plan.order.terms(of: "found", backwards: false)
    let queue = try desk.rogue()
    defer { try? queue.close() }
    let steps = try queue.read { db in
      let source = try plan.source(db)
      return try Row.fetchAll(
        db,
        sql: "EXPLAIN QUERY PLAN SELECT found.id FROM \(source.sql) ORDER BY \(terms) LIMIT 9",
        arguments: StatementArguments(source.values)
      ).map { $0["detail"] as String }
    }
    #expect(steps.count == 1)
    #expect(steps.first?.contains("USING COVERING INDEX inbox_\(plan.order.index)") == true)
  }

  @Test func figuresAreReadOffTheIndexAlone() throws {
    let queue = try desk.rogue()
    defer { try? queue.close() }
    let steps = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT count(*) FROM review INDEXED BY review_snoozed
          WHERE snoozed_until > 5 AND rating BETWEEN 1 AND 3
          """
      ).map { $0["detail"] as String }
    }
    #expect(
      steps == ["SEARCH review USING COVERING INDEX review_snoozed (snoozed_until>?)"])
  }
}
