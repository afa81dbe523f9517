import AmendsPolicy
import Ledger
import Store
import Testing

/// The same write asked for twice, as after an answer that was lost.
@Suite("A write with an identity is done once")
struct WriteIDTests {
  private let desk: TestDesk
  private let review: Review
  private let write = WriteID("w1")

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    self.desk = desk
  }

  /// Does something twice, and expects the same answer and nothing changed by the second.
  private func twice<Answer: Equatable>(
    _ work: () throws -> Answer, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let first = try work()
    let before = try desk.store.auditHead()
    let token = try desk.store.changeToken()
    #expect(try work() == first, sourceLocation: location)
    #expect(try desk.store.auditHead() == before, sourceLocation: location)
    #expect(try desk.store.changeToken() == token, sourceLocation: location)
  }

  @Test("a note")
  func note() throws {
    try twice {
      try desk.store.addNote("call", to: review.customer, at: .hours(1), by: "amy", as: write)
    }
    #expect(try desk.sql("SELECT * FROM contact_event").count == 1)
    _ = try desk.store.addNote("call", to: review.customer, at: .hours(1), by: "amy")
    #expect(try desk.sql("SELECT * FROM contact_event").count == 2)
  }

  @Test("a fact, though it was taken back in between")
  func fact() throws {
    let event = ContactEvent(.contacted, at: .hours(-1))
    let record = ContactRecord(customer: .reviewer("new"), event: event)
    try twice { try desk.store.record(record, at: .hours(0), by: "amy", as: write) }
    let outcome = try desk.store.record(record, at: .hours(0), by: "amy", as: write)
    #expect(outcome.isNewCustomer)
    try desk.store.retract(try #require(outcome.event), at: .hours(1))
    #expect(try desk.store.record(record, at: .hours(2), by: "amy", as: write) == outcome)
    #expect(try desk.store.events(of: outcome.customer).isEmpty)
  }

  @Test("a fact that broke a limit says so again")
  func broken() throws {
    try desk.record(.contacted, .reviewer("A"), at: .hours(-2))
    let record = ContactRecord(
      customer: .reviewer("A"), event: ContactEvent(.contacted, at: .hours(-1)))
    #expect(
      try desk.store.record(record, at: .hours(0), by: "amy", as: write).broke == .interval)
    try twice { try desk.store.record(record, at: .hours(0), by: "amy", as: write) }
  }

  @Test("a cause, though somebody set another in between")
  func cause() throws {
    let causes: [ReviewID: Cause?] = [review.id: .damaged]
    try twice { try desk.store.setCauses(causes, at: .hours(1), as: write) }
    try desk.store.setCauses([review.id: .late], at: .hours(2))
    #expect(try desk.store.setCauses(causes, at: .hours(3), as: write) == [review.id: nil])
    #expect(try desk.store.review(review.id)?.cause == .late)
  }

  @Test("the work on reviews, though it went on in between")
  func work() throws {
    let other = try desk.review("R2", by: [.reviewer("B")])
    try twice {
      try desk.store.apply(.settled, to: [review.id, other.id], at: .hours(1), as: write)
    }
    try desk.store.apply(.reopened, to: [other.id], at: .hours(2))
    let again = try desk.store.apply(
      .settled, to: [review.id, other.id], at: .hours(3), as: write)
    #expect(again.former == [review.id: .open, other.id: .open])
    #expect(try desk.store.review(other.id)?.state == .open)
    let back = WriteID("w2")
    try desk.store.restore(again.former, at: .hours(4), as: back)
    try desk.store.apply(.closed, to: [review.id], at: .hours(5))
    try desk.store.restore(again.former, at: .hours(6), as: back)
    #expect(try desk.store.review(review.id)?.state == .closed)
  }

  @Test("holding and going on, each in its turn")
  func turns() throws {
    try desk.queue("o1", for: review)
    let id = OutboxID("o1")
    let (held, resumed) = (WriteID("held"), WriteID("resumed"))
    try desk.store.hold(id, at: .hours(1), by: "amy", as: held)
    try desk.store.resume(id, at: .hours(2), as: resumed)
    try desk.store.hold(id, at: .hours(3), by: "amy", as: held)
    #expect(try desk.state("o1") == .queued)
    try desk.store.hold(id, at: .hours(4), by: "amy")
    try desk.store.resume(id, at: .hours(5), as: resumed)
    #expect(try desk.state("o1") == .held)
  }

  @Test("taking back, taking a fact back, merging")
  func final() throws {
    try desk.queue("o1", for: review)
    let id = OutboxID("o1")
    for _ in 0..<2 { try desk.store.recall(id, at: .hours(1), by: "amy", as: WriteID("recall")) }
    #expect(try desk.state("o1") == .recalled)
    let note = try desk.store.addNote("n", to: review.customer, at: .hours(1), by: "amy")
    for _ in 0..<2 { try desk.store.retract(note, at: .hours(2), as: WriteID("retract")) }
    let other = try desk.review("R2", by: [.reviewer("B")])
    for _ in 0..<2 {
      try desk.store.merge(
        .reviewer("B"), into: review.customer, at: .hours(3), as: WriteID("merge"))
    }
    #expect(try desk.store.customer(other.customer)?.id == review.customer)
    let actions = try desk.store.audit(AuditQuery(limit: 99)).map(\.action)
    #expect(actions.count { $0 == "reply-recalled" } == 1)
    #expect(actions.count { $0 == "fact-retracted" } == 1)
    #expect(actions.count { $0 == "customers-merged" } == 1)
  }

  @Test("what a person says of an uncertain reply")
  func resolved() throws {
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    _ = try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "e-mail")
    try desk.store.finish(claim.item.id, fence: claim.fence, .lost(reason: ""), at: .hours(0))
    for _ in 0..<2 {
      try desk.store.resolve(claim.item.id, wasSent: true, at: .hours(1), by: "amy", as: write)
    }
    #expect(throws: DeskError.self) {
      try desk.store.resolve(claim.item.id, wasSent: true, at: .hours(1), by: "amy")
    }
    #expect(try desk.store.events(of: review.customer).count == 1)
  }

  @Test("a refused write is not done, and may be tried again under its identity")
  func refused() throws {
    #expect(throws: DeskError.unknown("customer")) {
      try desk.store.addNote("n", to: CustomerID(99), at: .hours(1), by: "amy", as: write)
    }
    _ = try desk.store.addNote("n", to: review.customer, at: .hours(1), by: "amy", as: write)
    #expect(try desk.sql("SELECT * FROM contact_event").count == 1)
  }

  @Test("an identity that belongs to another write is refused")
  func taken() throws {
    _ = try desk.store.addNote("n", to: review.customer, at: .hours(1), by: "amy", as: write)
    #expect(throws: DeskError.usedWriteID(write)) {
      try desk.store.setCauses([review.id: .late], at: .hours(1), as: write)
    }
    #expect(try desk.store.review(review.id)?.cause == nil)
  }
}
