import AmendsPolicy
import Ledger
import Store
import Testing

/// The figures by which a person is told what happens while they look elsewhere.
@Suite struct CountTests {
  private let desk: TestDesk
  private let keys = ["A", "B", "C"].map { CustomerKey.reviewer($0) }

  init() throws {
    let desk = try TestDesk()
    for (index, key) in keys.enumerated() { try desk.review("R\(index)", by: [key]) }
    self.desk = desk
  }

  @Test func anAnswerIsOverdueWhenItsClockHasRunOut() throws {
    try desk.record(.answered, keys[0], at: .hours(-30))
    try desk.record(.answered, keys[1], at: .hours(-20))
    try desk.record(.answered, keys[2], at: .hours(-2))
    let now = try desk.store.counts(at: .hours(0))
    #expect(now.due == 3)
    #expect(now.overdue == 1)
    #expect(now.nextOverdue == .hours(4))
    let then = try desk.store.counts(at: .hours(4))
    #expect(then.overdue == 2)
    #expect(then.nextOverdue == .hours(22))
    let last = try desk.store.counts(at: .hours(30))
    #expect(last.overdue == 3)
    #expect(last.nextOverdue == nil)
  }

  @Test func whoMustNotBeWrittenToIsNeverOverdue() throws {
    try desk.record(.answered, keys[0], at: .hours(-30))
    try desk.record(.answered, keys[1], at: .hours(-1))
    for key in keys { try desk.record(.doNotContact, key, at: .hours(0)) }
    let counts = try desk.store.counts(at: .hours(1))
    #expect(counts.overdue == 0)
    #expect(counts.nextOverdue == nil)
  }

  @Test func heldRepliesAreCounted() throws {
    let review = try #require(try desk.store.review(.productReview, externalID: "R0"))
    try desk.queue("o1", for: review)
    #expect(try desk.store.counts(at: .hours(0)).held == 0)
    try desk.store.hold(OutboxID("o1"), at: .hours(0), by: "amy")
    #expect(try desk.store.counts(at: .hours(0)).held == 1)
    try desk.store.resume(OutboxID("o1"), at: .hours(0), by: "amy")
    #expect(try desk.store.counts(at: .hours(0)).held == 0)
  }
}
