import AmendsPolicy
import GRDB
import Ledger
import Testing

@testable import Store

/// The limits that look at facts from anywhere, asked for straight of the database.
///
/// The program's own question is left out: the permit is requested as if every limit allowed it.
@Suite struct LimitGuardTests {
  private let desk: TestDesk
  private let review: Review
  private let key = CustomerKey.reviewer("A")
  private let order = "114-0000000-0000001"

  init() throws {
    desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
  }

  /// Asks for a permit whatever the rules say.
  private func ask(at now: Instant, order: String? = nil, isProactive: Bool = false) throws {
    try desk.queue(
      "o1", for: review, order: order, isProactive: isProactive, heardUntil: .hours(9999))
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    try desk.store.write { db in
      let facts = try Facts.numbered(of: review.customer.number, db)
      try PermitRequest(
        item: claim.item, limits: ContactLimits(),
        standing: ContactStanding(facts.map(\.event)), facts: facts, now: now
      ).open(db)
    }
  }

  private func expect(
    _ limit: ContactLimit,
    at now: Instant = .hours(0),
    order: String? = nil,
    isProactive: Bool = false
  ) {
    #expect(throws: DeskError.refused(limit)) {
      try ask(at: now, order: order, isProactive: isProactive)
    }
  }

  @Test func foreignContactWithinTheInterval() throws {
    try desk.record(.contacted, key, at: .hours(-71))
    expect(.interval)
  }

  @Test func foreignContactBeforeTheInterval() throws {
    try desk.record(.contacted, key, at: .hours(-72))
    try ask(at: .hours(0))
  }

  @Test func foreignContactOfTheFuture() throws {
    try desk.record(.contacted, key, at: .hours(5))
    expect(.interval)
  }

  @Test func twoForeignContactsUnanswered() throws {
    try desk.record(.contacted, key, at: .hours(-500))
    try desk.record(.contacted, key, at: .hours(-300))
    expect(.unanswered)
  }

  @Test func countStartsAnewWhenTheyWrite() throws {
    try desk.record(.contacted, key, at: .hours(-500))
    try desk.record(.contacted, key, at: .hours(-300))
    try desk.record(.answered, key, at: .hours(-400))
    try ask(at: .hours(0))
  }

  @Test func answerIsHeldByNeither() throws {
    try desk.record(.contacted, key, at: .hours(-3))
    try desk.record(.contacted, key, at: .hours(-2))
    try desk.record(.answered, key, at: .hours(-1))
    try ask(at: .hours(0))
  }

  @Test func proactiveMessageIsNoAnswer() throws {
    try desk.record(.contacted, key, at: .hours(-2))
    try desk.record(.answered, key, at: .hours(-1))
    expect(.interval, isProactive: true)
  }

  @Test func optedOut() throws {
    try desk.record(.optedOut, key, at: .hours(-900))
    expect(.optedOut)
  }

  @Test func optedOutAfterTheirMessage() throws {
    try desk.record(.answered, key, at: .hours(-3))
    try desk.record(.optedOut, key, at: .hours(-2))
    expect(.optedOut)
  }

  @Test func answerToWhatTheyWroteAfterOptingOut() throws {
    try desk.record(.optedOut, key, at: .hours(-3))
    try desk.record(.answered, key, at: .hours(-2))
    try ask(at: .hours(0))
  }

  @Test func doNotContact() throws {
    try desk.record(.doNotContact, key, at: .hours(-900))
    try desk.record(.answered, key, at: .hours(-1))
    expect(.doNotContact)
  }

  @Test func complaint() throws {
    try desk.record(.complained, key, at: .hours(-900))
    try desk.record(.answered, key, at: .hours(-1))
    expect(.complaint)
  }

  @Test func orderHasHadItsMessage() throws {
    try desk.record(.contacted, key, at: .hours(-900), order: order)
    expect(.orderOnce, order: order, isProactive: true)
  }

  @Test func answerAboutTheOrderWasNotItsMessage() throws {
    try desk.record(.answered, key, at: .hours(-901))
    try desk.record(.contacted, key, at: .hours(-900), order: order)
    try ask(at: .hours(0), order: order, isProactive: true)
  }

  @Test func orderWindowIsOver() throws {
    try desk.record(.orderCompleted, key, at: .hours(-721), order: order)
    expect(.orderWindow, order: order, isProactive: true)
  }

  @Test func orderWindowIsOpen() throws {
    try desk.record(.orderCompleted, key, at: .hours(-720), order: order)
    try ask(at: .hours(0), order: order, isProactive: true)
  }

  @Test func retractedFactsDoNotCount() throws {
    let outcome = try desk.record(.complained, key, at: .hours(-9))
    try desk.store.retract(#require(outcome.event), at: .hours(-8))
    try ask(at: .hours(0))
  }
}
