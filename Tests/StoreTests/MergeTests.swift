import AmendsPolicy
import Ledger
import Store
import Testing

@Suite struct MergeTests {
  private let desk: TestDesk
  private let one: Review
  private let other: Review
  private let order = "114-1234567-7654321"

  init() throws {
    let desk = try TestDesk()
    one = try desk.review("R1", by: [.reviewer("A")])
    other = try desk.review("R2", by: [.relay("x@marketplace.amazon.com"), .order(order)])
    self.desk = desk
  }

  /// Another review of the first person, which names the order of the second.
  private func linkByOrder() throws {
    try desk.review("R3", by: [.reviewer("A"), .order(order)])
  }

  private func mergeByHand() throws {
    try desk.store.merge(.order(order), into: one.customer, at: .hours(0))
  }

  @Test func anOrderMakesOneOfTwo() throws {
    #expect(one.customer != other.customer)
    try desk.record(.contacted, .reviewer("A"), at: .hours(-9))
    try desk.record(.answered, .order(order), at: .hours(-5))
    try linkByOrder()
    let customer = try #require(try desk.store.customer(for: .reviewer("A")))
    #expect(customer.key == .relay("x@marketplace.amazon.com"))
    #expect(try desk.store.customer(other.customer) == customer)
    #expect(try desk.store.customer(one.customer) == customer)
    let file = try #require(try desk.store.customerFile(other.customer))
    #expect(Set(file.reviews.map(\.externalID)) == ["R1", "R2", "R3"])
    #expect(
      file.keys == [.relay("x@marketplace.amazon.com"), .order(order), .reviewer("A")])
    #expect(file.events.map(\.kind) == [.contacted, .answered])
    #expect(customer.standing == ContactStanding(file.events))
    #expect(try desk.store.counts(at: .hours(0)).due == 1)
  }

  @Test func whatBothKnewCountsOnce() throws {
    try desk.record(.contacted, .reviewer("A"), at: .hours(-9))
    try desk.record(.contacted, .order(order), at: .hours(-9))
    try desk.record(.contacted, .order(order), at: .hours(-200))
    try mergeByHand()
    #expect(try desk.store.customer(one.customer)?.standing.unansweredContacts == 2)
    #expect(try desk.store.events(of: one.customer).count == 2)
  }

  @Test func handMergesEitherWay() throws {
    try desk.store.merge(.reviewer("A"), into: other.customer, at: .hours(0))
    let customer = try #require(try desk.store.customer(one.customer))
    #expect(customer.id == other.customer)
    try desk.store.merge(.reviewer("A"), into: other.customer, at: .hours(1))
    #expect(try desk.store.customer(one.customer) == customer)
    #expect(try desk.store.customerFile(one.customer)?.reviews.count == 2)
  }

  @Test func unknownKeyIsOneMoreOfThePerson() throws {
    try desk.store.merge(.reviewer("new"), into: one.customer, at: .hours(0))
    #expect(try desk.store.customer(for: .reviewer("new"))?.id == one.customer)
    #expect(throws: DeskError.unknown("customer")) {
      try desk.store.merge(.reviewer("B"), into: CustomerID(999), at: .hours(0))
    }
  }

  @Test func chainOfMergesEndsAtOnePerson() throws {
    let third = try desk.review("R4", by: [.reviewer("C")])
    try desk.store.merge(.reviewer("C"), into: other.customer, at: .hours(0))
    try mergeByHand()
    for review in [one, other, third] {
      #expect(try desk.store.customer(review.customer)?.id == one.customer)
    }
    #expect(try desk.store.customerFile(third.customer)?.reviews.count == 3)
  }

  @Test(arguments: [true, false])
  func youngerOfTwoRepliesIsRecalled(_ isOneYounger: Bool) throws {
    try desk.queue("a", for: one, queuedAt: .hours(isOneYounger ? 2 : 1))
    try desk.queue("b", for: other, queuedAt: .hours(isOneYounger ? 1 : 2))
    try linkByOrder()
    let (younger, older) = isOneYounger ? ("a", "b") : ("b", "a")
    #expect(try desk.state(younger) == .recalled)
    #expect(try desk.state(older) == .queued)
    let review = isOneYounger ? one : other
    #expect(try desk.store.review(review.id)?.state == .open)
    #expect(try desk.store.draft(for: review.id)?.text == "We are sorry.")
    let rows = try desk.store.outbox()
    #expect(rows.map(\.item.id.text) == [older])
    #expect(rows.map(\.customer.id) == [min(one.customer, other.customer)])
  }

  @Test func youngerIsRecalledOutOfASendersHands() throws {
    try desk.queue("a", for: one, queuedAt: .hours(1))
    try desk.queue("b", for: other, queuedAt: .hours(2))
    let claim = try desk.store.claim(OutboxID("b"), by: "test")
    try mergeByHand()
    #expect(try desk.state("b") == .recalled)
    #expect(throws: DeskError.lostClaim(OutboxID("b"))) {
      try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(2), channel: "email")
    }
  }

  @Test func whatMayBeOutStaysAndTheOtherIsRecalled() throws {
    try desk.queue("a", for: one, queuedAt: .hours(1))
    try desk.queue("b", for: other, queuedAt: .hours(2))
    try desk.commit("b")
    try mergeByHand()
    #expect(try desk.state("a") == .recalled)
    #expect(try desk.state("b") == .committing)
    try desk.store.finish(OutboxID("b"), fence: 1, .sent, at: .hours(3))
    #expect(try desk.store.customer(one.customer)?.standing.lastContact == .hours(3))
    #expect(try desk.store.review(other.id)?.state == .answered)
  }

  @Test func twoThatMayBeOutBothBlock() throws {
    try desk.queue("a", for: one)
    try desk.queue("b", for: other)
    for id in ["a", "b"] {
      try desk.commit(id)
      try desk.store.finish(OutboxID(id), fence: 1, .lost(reason: "cut off"), at: .hours(0))
    }
    try desk.record(.answered, .order(order), at: .hours(1))
    try mergeByHand()
    #expect(try desk.store.counts(at: .hours(2)).uncertain == 2)
    #expect(Set(try desk.store.outbox().map(\.customer.id)) == [one.customer])
    let third = try desk.review("R3", by: [.reviewer("A")])
    #expect(throws: DeskError.self) { try desk.queue("c", for: third) }
    try desk.store.resolve(OutboxID("a"), wasSent: true, at: .hours(2), by: "amy")
    #expect(throws: DeskError.alreadyQueued(OutboxID("b"), by: "amy", at: .hours(0))) {
      try desk.queue("d", for: one)
    }
    try desk.store.resolve(OutboxID("b"), wasSent: false, at: .hours(2), by: "amy")
    try desk.store.resume(OutboxID("b"), at: .hours(0))
    #expect(try desk.store.outboxItem(OutboxID("b"))?.heardUntil == .hours(1))
    try desk.record(.optedOut, .reviewer("A"), at: .hours(3))
    #expect(try desk.state("b") == .held)
  }
}

extension TestDesk {
  /// Claims an item and opens its permit.
  fileprivate func commit(_ id: String) throws {
    let claim = try store.claim(OutboxID(id), by: "test")
    let answer = try store.commit(
      claim.item.id, fence: claim.fence, at: .hours(0), channel: "email")
    #expect(answer == .granted)
  }
}
