import AmendsPolicy
import Ledger
import Store
import Testing

/// A queued reply in the hands of a sender, and what becomes of it.
@Suite struct DepartureTests {
  private let desk: TestDesk
  private let reviews: [Review]
  private let id = OutboxID("o1")

  init() throws {
    let desk = try TestDesk()
    reviews = try (1...2).map { try desk.review("R\($0)", by: [.reviewer("A")]) }
    self.desk = desk
  }

  private var customer: CustomerID { reviews[0].customer }

  /// Queues, claims and commits the item, and gives the number of the claim.
  private func commit() throws -> Int64 {
    try desk.queue("o1", for: reviews[0])
    let claim = try desk.store.claim(id, by: "test")
    #expect(
      try desk.store.commit(id, fence: claim.fence, at: .hours(0), channel: "email") == .granted)
    return claim.fence
  }

  private func finish(_ fence: Int64, _ result: DepartureResult, at now: Instant = .hours(1)) throws
  {
    try desk.store.finish(id, fence: fence, result, at: now)
  }

  /// What the customer and the review look like after the only reply was not sent.
  private func expectUnsent(_ location: SourceLocation = #_sourceLocation) throws {
    #expect(try desk.store.events(of: customer).isEmpty, sourceLocation: location)
    #expect(
      try desk.store.customer(customer)?.standing == ContactStanding(), sourceLocation: location)
  }

  @Test func sentIsAContactAndAnswersTheReview() throws {
    let fence = try commit()
    #expect(try desk.state("o1") == .committing)
    try finish(fence, .sent)
    try finish(fence, .sent)
    #expect(try desk.state("o1") == .sent)
    #expect(try desk.store.events(of: customer) == [ContactEvent(.contacted, at: .hours(1))])
    let standing = try #require(try desk.store.customer(customer)?.standing)
    #expect(standing.lastContact == .hours(1))
    #expect(standing.unansweredContacts == 1)
    #expect(try desk.store.review(reviews[0].id)?.state == .answered)
    #expect(try desk.store.draft(for: reviews[0].id) == nil)
    let file = try #require(try desk.store.customerFile(customer))
    let entry = try #require(file.timeline.last)
    #expect(entry.text == "We are sorry.")
    #expect((entry.actor, entry.channel) == ("amy", "email"))
    #expect(file.outbox == nil)
  }

  @Test func intervalRefusesTheNextAndKeepsItTaken() throws {
    try finish(commit(), .sent, at: .hours(0))
    try desk.queue("o2", for: reviews[1])
    guard case .refused(let obstacle) = try desk.send("o2", at: .hours(71)) else {
      Issue.record("a contact within the interval was granted")
      return
    }
    #expect(obstacle.clearsAt == .hours(72))
    #expect(try desk.store.taken().map(\.id.text) == ["o2"])
    let later = Instant.hours(72)
    try desk.store.postpone(OutboxID("o2"), fence: 1, until: later, reason: obstacle.inWords)
    #expect(try desk.store.nextDue() == later)
    #expect(try desk.store.claim(dueAt: .hours(71), by: "test") == nil)
    #expect(try desk.store.claim(dueAt: later, by: "test")?.fence == 2)
  }

  @Test func onlyTheNewestClaimMovesIt() throws {
    try desk.queue("o1", for: reviews[0])
    let lost = try desk.store.claim(id, by: "one").fence
    #expect(throws: DeskError.self) { try desk.store.claim(id, by: "two") }
    try desk.store.release(id, fence: lost)
    let held = try desk.store.claim(id, by: "two").fence
    #expect(held == lost + 1)
    let refusal = DeskError.lostClaim(id)
    #expect(throws: refusal) { try desk.store.release(id, fence: lost) }
    #expect(throws: refusal) {
      try desk.store.postpone(id, fence: lost, until: .hours(1), reason: "")
    }
    #expect(throws: refusal) {
      try desk.store.obstruct(id, fence: lost, reason: "", at: .hours(0))
    }
    #expect(throws: refusal) {
      try desk.store.commit(id, fence: lost, at: .hours(0), channel: "email")
    }
    #expect(throws: refusal) { try finish(lost, .sent) }
    #expect(throws: refusal) { try finish(held, .sent) }
    let taken = try desk.store.taken()
    #expect(taken.map(\.fence) == [held])
    #expect(taken.map(\.state) == [.sending])
    #expect(taken.map(\.owner) == ["two"])
  }

  @Test func longestDueIsClaimedFirst() throws {
    let others = try (3...4).map { try desk.review("R\($0)", by: [.reviewer("B\($0)")]) }
    try desk.queue("o1", for: reviews[0], leavesAt: .hours(3))
    try desk.queue("o2", for: others[0], leavesAt: .hours(1))
    try desk.queue("o3", for: others[1], leavesAt: .hours(2))
    #expect(try desk.store.claim(dueAt: .hours(0), by: "test") == nil)
    let claims = try (1...3).map { _ in try desk.store.claim(dueAt: .hours(2), by: "test") }
    #expect(claims.map(\.?.item.id.text) == ["o2", "o3", nil])
    #expect(claims[0]?.review.id == others[0].id)
    #expect(claims[0]?.customer.id == others[0].customer)
  }

  @Test func undoneIsHeldAsIfNothingHappened() throws {
    try finish(commit(), .undone(reason: "no connection"))
    #expect(try desk.state("o1") == .held)
    #expect(try desk.store.outboxItem(id)?.reason == "no connection")
    try expectUnsent()
    #expect(try desk.send("o1", at: .hours(1)) == .granted)
    #expect(try desk.store.outboxItem(id)?.attempts == 2)
  }

  @Test func refusedForGoodOpensTheDraftAgain() throws {
    try finish(commit(), .refused(reason: "no such address"))
    #expect(try desk.state("o1") == .failed)
    #expect(try desk.store.review(reviews[0].id)?.state == .open)
    #expect(try desk.store.draft(for: reviews[0].id)?.text == "We are sorry.")
    try expectUnsent()
  }

  @Test func uncertainBlocksThePerson() throws {
    try finish(commit(), .lost(reason: "cut off"))
    #expect(try desk.state("o1") == .uncertain)
    #expect(try desk.store.counts(at: .hours(1)).uncertain == 1)
    #expect(throws: DeskError.alreadyQueued(id, by: "amy", at: .hours(0))) {
      try desk.queue("o2", for: reviews[1])
    }
    #expect(throws: DeskError.self) { try desk.store.recall(id, at: .hours(1), by: "amy") }
    #expect(throws: DeskError.self) { try desk.store.claim(id, by: "test") }
    try desk.record(.optedOut, .reviewer("A"), at: .hours(2))
    #expect(try desk.state("o1") == .uncertain)
  }

  @Test func resolvedAsSentCounts() throws {
    try finish(commit(), .lost(reason: "cut off"))
    try desk.store.resolve(id, wasSent: true, at: .hours(5), by: "bo")
    #expect(try desk.state("o1") == .sent)
    #expect(try desk.store.customer(customer)?.standing.lastContact == .hours(5))
    #expect(try desk.store.review(reviews[0].id)?.state == .answered)
    #expect(throws: DeskError.self) {
      try desk.store.resolve(id, wasSent: false, at: .hours(6), by: "bo")
    }
  }

  @Test func resolvedAsUnsentIsHeld() throws {
    try finish(commit(), .lost(reason: "cut off"))
    try desk.store.resolve(id, wasSent: false, at: .hours(5), by: "bo")
    #expect(try desk.state("o1") == .held)
    #expect(try desk.store.outboxItem(id)?.reason.contains("says bo") == true)
    try expectUnsent()
    try desk.store.recall(id, at: .hours(6), by: "bo")
    #expect(try desk.queue("o2", for: reviews[1]).state == .queued)
  }

  @Test func unsentIsBelievedOnlyWhenNoServerCanTakeItAnyMore() throws {
    try finish(commit(), .lost(reason: "cut off"), at: .hours(0) + .minutes(3))
    let from = Instant.hours(0) + .minutes(17)
    let item = try #require(try desk.store.outboxItem(id))
    #expect(item.unsentFrom == from)
    #expect(item.progress.settledAt == .hours(0) + .minutes(3))
    let early = from - Span(milliseconds: 1)
    #expect(throws: DeskError.unsentTooEarly(from)) {
      try desk.store.resolve(id, wasSent: false, at: early, by: "bo")
    }
    #expect("\(DeskError.unsentTooEarly(from))".contains("2026-11-26T12:17:00Z"))
    #expect(try desk.state("o1") == .uncertain)
    try desk.store.resolve(id, wasSent: false, at: from, by: "bo")
    #expect(try desk.state("o1") == .held)
  }

  @Test func sentIsBelievedAtOnce() throws {
    try finish(commit(), .lost(reason: "cut off"), at: .hours(0))
    try desk.store.resolve(id, wasSent: true, at: .hours(0), by: "bo")
    #expect(try desk.state("o1") == .sent)
  }

  @Test func whoeverSentByHandIsBelievedAtOnce() throws {
    try desk.queue("o1", for: reviews[0])
    let fence = try desk.store.claim(id, by: "test").fence
    _ = try desk.store.commit(
      id, fence: fence, at: .hours(0), channel: DepartureChannel.byHand)
    try finish(fence, .lost(reason: "the program ended"), at: .hours(0))
    try desk.store.resolve(id, wasSent: false, at: .hours(0), by: "bo")
    #expect(try desk.state("o1") == .held)
  }

  @Test func evidenceIsGatheredUntilItGoesOn() throws {
    let fence = try commit()
    try finish(fence, .lost(reason: "cut off"))
    for words in ["a copy lies in the mailbox", "no trace", "a copy lies in the mailbox"] {
      try desk.store.keepEvidence(words, of: id)
    }
    #expect(
      try desk.store.outbox().first?.item.progress.evidence
        == "a copy lies in the mailbox; no trace")
    #expect(try desk.store.newestClaim(of: id) == fence)
    try desk.store.resolve(id, wasSent: false, at: .hours(5), by: "bo")
    try desk.store.resume(id, at: .hours(5), by: "bo")
    #expect(try desk.store.outboxItem(id)?.progress.evidence == "")
  }

  @Test func truthThatComesLateIsTaken() throws {
    let fence = try commit()
    try finish(fence, .lost(reason: "cut off"))
    try finish(fence, .lost(reason: "still cut off"))
    try finish(fence, .sent, at: .hours(2))
    #expect(try desk.state("o1") == .sent)
    #expect(try desk.store.customer(customer)?.standing.lastContact == .hours(2))
  }

  @Test func onlyWhatIsUncertainIsResolved() throws {
    try desk.queue("o1", for: reviews[0])
    for wasSent in [true, false] {
      #expect(throws: DeskError.self) {
        try desk.store.resolve(id, wasSent: wasSent, at: .hours(0), by: "bo")
      }
    }
    #expect(try desk.state("o1") == .queued)
    try expectUnsent()
  }
}
