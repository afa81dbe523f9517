import AmendsPolicy
import Ledger
import Store
import Testing

/// A reply from the draft into the queue and back, and what news does to it meanwhile.
@Suite struct OutboxTests {
  private let desk: TestDesk
  private let review: Review
  private let second: Review
  private let key = CustomerKey.reviewer("A")

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    second = try desk.review("R2", by: [.reviewer("A")])
    self.desk = desk
  }

  private func item(_ id: String = "o1") throws -> OutboxItem {
    try #require(try desk.store.outboxItem(OutboxID(id)))
  }

  @Test func queuesDraftAndReviewTogether() throws {
    let queued = try desk.queue("o1", for: review)
    #expect(queued.state == .queued)
    #expect(try item() == queued)
    #expect(try desk.store.review(review.id)?.state == .queued)
    let row = try #require(try desk.store.outbox().first)
    #expect(row.item == queued)
    #expect(row.headline == review.title)
    #expect(try desk.store.nextDue() == .hours(0))
    let summary = OutboxSummary(
      id: OutboxID("o1"), review: review.id, state: .queued, leavesAt: .hours(0), reason: "")
    #expect(try desk.store.customerFile(review.customer)?.outbox == summary)
    #expect(try desk.store.reviews(.inbox, limit: 9, now: .hours(0)).rows.first?.outbox == summary)
  }

  @Test func sameItemTwiceIsOne() throws {
    let queued = try desk.queue("o1", for: review)
    #expect(try desk.store.enqueue(queued, at: .hours(1)) == queued)
    var changed = queued
    changed.text = "Something else"
    #expect(try desk.store.enqueue(changed, at: .hours(1)) == queued)
    #expect(try desk.store.outbox().count == 1)
  }

  @Test func secondReplyToTheSamePersonIsRefusedByName() throws {
    try desk.queue("o1", for: review, queuedAt: .hours(-1))
    let refusal = DeskError.alreadyQueued(OutboxID("o1"), by: "amy", at: .hours(-1))
    #expect(throws: refusal) { try desk.queue("o2", for: second) }
    #expect("\(refusal)".contains("queued by amy"))
    #expect(try desk.store.review(second.id)?.state == .open)
    #expect(try desk.store.draft(for: second.id)?.text == "We are sorry.")
    #expect(try desk.state("o2") == nil)
  }

  @Test func needsAnOpenDraftAndAReviewThatCanBeAnswered() throws {
    var stray = try desk.queue("o1", for: review)
    stray.id = OutboxID("o2")
    try desk.store.recall(OutboxID("o1"), at: .hours(0), by: "amy")
    stray.draft = DraftID("none")
    #expect(throws: DeskError.unknown("open draft of this reply")) {
      try desk.store.enqueue(stray, at: .hours(0))
    }
    try desk.store.apply(.closed, to: [second.id], at: .hours(0))
    let step = TransitionError(state: "closed", event: "replyQueued")
    #expect(throws: DeskError.transition(step)) { try desk.queue("o3", for: second) }
    #expect(try desk.store.outbox().isEmpty)
  }

  @Test func recallOpensDraftAndReviewAgain() throws {
    let queued = try desk.queue("o1", for: review)
    try desk.store.recall(queued.id, at: .hours(1), by: "bo")
    try desk.store.recall(queued.id, at: .hours(2), by: "bo")
    #expect(try item().state == .recalled)
    #expect(try item().reason == "recalled by bo")
    #expect(try desk.store.review(review.id)?.state == .open)
    #expect(try desk.store.draft(for: review.id)?.id == queued.draft)
    #expect(try desk.store.outbox().isEmpty)
    #expect(throws: DeskError.unknown("reply in the outbox")) {
      try desk.store.recall(OutboxID("none"), at: .hours(1), by: "bo")
    }
  }

  @Test func holdsAndGoesOn() throws {
    try desk.queue("o1", for: review)
    try desk.store.hold(OutboxID("o1"), at: .hours(0), by: "bo")
    try desk.store.hold(OutboxID("o1"), at: .hours(0), by: "amy")
    #expect(try item().state == .held)
    #expect(try item().reason == "held by bo")
    #expect(try desk.store.claim(dueAt: .hours(9), by: "test") == nil)
    #expect(try desk.store.nextDue() == nil)
    try desk.store.resume(OutboxID("o1"), at: .hours(0))
    try desk.store.resume(OutboxID("o1"), at: .hours(0))
    #expect(try item().state == .queued)
    #expect(try item().reason.isEmpty)
    try desk.store.hold(OutboxID("o1"), at: .hours(0), by: "bo")
    try desk.store.recall(OutboxID("o1"), at: .hours(1), by: "bo")
    let step = TransitionError(state: "recalled", event: "resumed")
    #expect(throws: DeskError.transition(step)) {
      try desk.store.resume(OutboxID("o1"), at: .hours(0))
    }
  }

  @Test func isHeldAtOnceWhereTheyWroteUnheard() throws {
    try desk.record(.answered, key, at: .hours(-3))
    let unheard = try desk.queue("o1", for: review, heardUntil: .hours(-4))
    #expect(unheard.state == .held)
    #expect(unheard.reason.contains("they wrote"))
    try desk.store.recall(unheard.id, at: .hours(0), by: "amy")
    #expect(try desk.queue("o2", for: second, heardUntil: .hours(-3)).state == .queued)
  }

  @Test(arguments: [
    (ContactEventKind.optedOut, "opted out"), (.doNotContact, "do not contact"),
    (.complained, "complained"), (.answered, "they wrote"), (.refundAsked, "they wrote"),
    (.contacted, "another contact"),
  ])
  func newsHoldItWithAReason(_ kind: ContactEventKind, _ reason: String) throws {
    try desk.queue("o1", for: review)
    try desk.record(kind, key, at: .hours(1))
    #expect(try item().state == .held)
    #expect(try item().reason.contains(reason))
  }

  @Test func completedOrderIsNoReasonToHold() throws {
    try desk.queue("o1", for: review)
    try desk.record(.orderCompleted, key, at: .hours(1), order: "114-1234567-7654321")
    #expect(try item().state == .queued)
  }

  @Test func heldItemGathersReasons() throws {
    try desk.queue("o1", for: review)
    try desk.store.hold(OutboxID("o1"), at: .hours(0), by: "bo")
    try desk.record(.optedOut, key, at: .hours(1))
    try desk.record(.complained, key, at: .hours(2))
    try desk.record(.optedOut, key, at: .hours(3))
    #expect(
      try item().reason
        == "held by bo; they opted out meanwhile; they complained to the marketplace meanwhile")
  }

  @Test func optOutStillCountsWhereSomebodyLetsItGo() throws {
    try desk.queue("o1", for: review)
    try desk.record(.optedOut, key, at: .hours(-1))
    try desk.store.resume(OutboxID("o1"), at: .hours(0))
    guard case .refused(.limits(let answer)) = try desk.send("o1") else {
      Issue.record("an opt-out was ignored")
      return
    }
    #expect(answer.limit == .optedOut)
  }

  @Test func changedReviewHoldsIt() throws {
    try desk.queue("o1", for: review)
    try desk.review("R1", by: [.reviewer("A")], text: "They refunded me, all is well.")
    #expect(try item().state == .held)
    #expect(try item().reason.contains("review was changed"))
    #expect(try desk.store.review(review.id)?.state == .queued)
    try desk.store.resume(OutboxID("o1"), at: .hours(0))
    #expect(try desk.send("o1") == .granted)
  }

  @Test func otherReviewThatChangesDoesNot() throws {
    try desk.queue("o1", for: review)
    try desk.review("R2", by: [.reviewer("A")], text: "They refunded me, all is well.")
    #expect(try item().state == .queued)
  }

  @Test func changeIsSeenWhenSomebodyTookItAlready() throws {
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    try desk.review("R1", by: [.reviewer("A")], text: "They refunded me, all is well.")
    #expect(throws: DeskError.lostClaim(OutboxID("o1"))) {
      try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "email")
    }
  }
}
