import AmendsPolicy
import Ledger
import Store
import Testing

@Suite struct WorkTests {
  private let desk: TestDesk
  private let reviews: [Review]

  init() throws {
    let desk = try TestDesk()
    reviews = try (1...3).map { try desk.review("R\($0)", by: [.reviewer("A\($0)")]) }
    self.desk = desk
  }

  private var ids: [ReviewID] { reviews.map(\.id) }

  private func states() throws -> [ReviewState?] {
    try ids.map { try desk.store.review($0)?.state }
  }

  @Test func appliesWhereItCanAndSaysWhereNot() throws {
    try desk.queue("o1", for: reviews[1])
    let applied = try desk.store.apply(.settled, to: ids, at: .hours(1))
    #expect(applied.former == [ids[0]: .open, ids[2]: .open])
    #expect(applied.refused == [ids[1]: TransitionError(state: "queued", event: "settled")])
    #expect(try states() == [.resolved, .queued, .resolved])
  }

  @Test func nothingHappensWhereOneIsUnknown() throws {
    #expect(throws: DeskError.unknown("review")) {
      try desk.store.apply(.closed, to: [ids[0], ReviewID(999)], at: .hours(1))
    }
    #expect(try states() == [.open, .open, .open])
  }

  @Test func restoringUndoes() throws {
    try desk.store.apply(.closed, to: [ids[2]], at: .hours(0))
    let applied = try desk.store.apply(.settled, to: Array(ids.prefix(2)), at: .hours(1))
    try desk.store.restore(applied.former, at: .hours(2))
    #expect(try states() == [.open, .open, .closed])
    #expect(try desk.store.counts(at: .hours(2)).open == 2)
  }

  @Test func restoringLeavesAloneWhatWasQueuedMeanwhile() throws {
    let applied = try desk.store.apply(.settled, to: ids, at: .hours(1))
    try desk.queue("o1", for: reviews[0])
    try desk.store.restore(applied.former, at: .hours(2))
    #expect(try states() == [.queued, .open, .open])
    try desk.store.restore([ids[1]: .queued], at: .hours(2))
    #expect(try states() == [.queued, .open, .open])
  }

  @Test func restoringLeavesAloneWhatWasAnsweredMeanwhile() throws {
    let applied = try desk.store.apply(.settled, to: ids, at: .hours(-1))
    try desk.queue("o1", for: reviews[0])
    #expect(try desk.send("o1") == .granted)
    try desk.store.restore(applied.former, at: .hours(2))
    #expect(try states() == [.answered, .open, .open])
  }

  @Test func restoringMakesAnsweredAgain() throws {
    try desk.queue("o1", for: reviews[0])
    #expect(try desk.send("o1") == .granted)
    let applied = try desk.store.apply(.closed, to: [ids[0]], at: .hours(1))
    try desk.store.restore(applied.former, at: .hours(2))
    #expect(try states() == [.answered, .open, .open])
  }

  @Test func causesGiveTheFormerOnes() throws {
    let unknown: [ReviewID: Cause?] = [ids[0]: nil, ids[1]: nil]
    let first: [ReviewID: Cause?] = [ids[0]: .damaged, ids[1]: .late]
    #expect(try desk.store.setCauses(first, at: .hours(0)) == unknown)
    let former = try desk.store.setCauses([ids[0]: nil, ids[1]: .defect], at: .hours(0))
    #expect(former == first)
    #expect(try ids.map { try desk.store.review($0)?.cause } == [nil, .defect, nil])
    try desk.store.setCauses(former, at: .hours(0))
    #expect(try ids.map { try desk.store.review($0)?.cause } == [.damaged, .late, nil])
    #expect(throws: DeskError.unknown("review")) {
      try desk.store.setCauses([ids[0]: .price, ReviewID(999): .price], at: .hours(0))
    }
    #expect(try desk.store.review(ids[0])?.cause == .damaged)
  }

  @Test func notesCountForNothingAndCanBeTakenBack() throws {
    let customer = reviews[0].customer
    let before = try desk.store.customer(customer)
    let note = try desk.store.addNote("Nice on the phone", to: customer, at: .hours(1), by: "amy")
    #expect(try desk.store.customer(customer) == before)
    #expect(try desk.store.events(of: customer).isEmpty)
    let entry = TimelineEntry(
      kind: .note(note), at: .hours(1), text: "Nice on the phone", actor: "amy")
    #expect(try desk.store.customerFile(customer)?.timeline.last == entry)
    try desk.store.retract(note, at: .hours(2))
    try desk.store.retract(note, at: .hours(3))
    #expect(try desk.store.customerFile(customer)?.timeline.contains(entry) == false)
    #expect(throws: DeskError.unknown("customer")) {
      try desk.store.addNote("x", to: CustomerID(999), at: .hours(1), by: "amy")
    }
  }

  @Test func onlyWhatAmendsDidNotSendIsRetracted() throws {
    try desk.queue("o1", for: reviews[0])
    #expect(try desk.send("o1") == .granted)
    let file = try #require(try desk.store.customerFile(reviews[0].customer))
    let sent = try #require(
      file.timeline.compactMap { entry -> EventID? in
        if case .contact(let event, .contacted) = entry.kind { event } else { nil }
      }.first)
    #expect(throws: DeskError.ownContact(sent)) { try desk.store.retract(sent, at: .hours(1)) }
    #expect(throws: DeskError.unknown("entry of a timeline")) {
      try desk.store.retract(EventID(999), at: .hours(1))
    }
    #expect(try desk.store.customer(reviews[0].customer)?.standing.lastContact == .hours(0))
  }

  @Test func answeredReviewOpensAgainWhenTheyWrite() throws {
    try desk.queue("o1", for: reviews[0])
    #expect(try desk.send("o1") == .granted)
    try desk.store.apply(.closed, to: [ids[1]], at: .hours(0))
    #expect(try states() == [.answered, .closed, .open])
    try desk.record(.answered, .reviewer("A1"), at: .hours(2))
    #expect(try states() == [.open, .closed, .open])
  }
}
