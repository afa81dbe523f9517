import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

/// Many facts in one transaction.
@Suite struct BulkContactTests {
  private let desk: TestDesk
  private let order = "114-1234567-7654321"

  init() throws { desk = try TestDesk() }

  private func contact(
    _ key: CustomerKey,
    _ kind: ContactEventKind = .contacted,
    hours: Int64,
    order: String? = nil,
    note: String = ""
  ) -> ImportedRow {
    let event = ContactEvent(kind, at: .hours(hours), order: order)
    return .contact(ContactRecord(customer: key, event: event, note: note))
  }

  private func add(_ rows: [ImportedRow]) throws -> ImportTally {
    try desk.store.importRows(rows, at: .hours(0), by: "amy")
  }

  @Test(arguments: [1, 39, 40, 41, 80, 123])
  func allAreKeptOnceWhateverTheirNumber(_ count: Int) throws {
    let rows = (0..<count).map { contact(.reviewer("A\($0 % 7)"), hours: Int64(-$0 * 100)) }
    #expect(try add(rows + rows).added == count)
    #expect(try add(rows.reversed()).unchanged == count)
    let kept = try desk.sql("SELECT at FROM contact_event ORDER BY at DESC").map { $0[0] as Int64 }
    #expect(kept == (0..<count).map { Instant.hours(Int64(-$0 * 100)).milliseconds })
    for index in 0..<min(count, 7) {
      let customer = try #require(try desk.store.customer(for: .reviewer("A\(index)")))
      let events = try desk.store.events(of: customer.id)
      #expect(customer.standing == ContactStanding(events))
    }
  }

  /// The same letter, written as one sign and as two: equal to Swift, not to the database.
  @Test func notesThatDifferInBytesAreTwoFactsEachTime() throws {
    let rows = ["\u{E9}", "e\u{301}"].map { contact(.reviewer("A"), hours: -5, note: $0) }
    #expect(try add(rows).added == 2)
    #expect(try add(rows).unchanged == 2)
  }

  @Test func personsThatBecomeOneWithinABatchHaveOneStanding() throws {
    let review = ImportedReview(
      externalID: "R1", kind: .productReview, rating: 1, text: "Bad", postedAt: .hours(-9),
      keys: [.reviewer("A"), .order(order)])
    let rows = [
      contact(.reviewer("A"), hours: -300), contact(.order(order), hours: -100),
      contact(.order(order), hours: -300), .review(review),
      contact(.reviewer("A"), .answered, hours: -200),
    ]
    #expect(try add(rows).added == 4)
    let customer = try #require(try desk.store.customer(for: .order(order)))
    #expect(try desk.store.customer(for: .reviewer("A")) == customer)
    let events = try desk.store.events(of: customer.id)
    #expect(events.map(\.kind) == [.contacted, .answered, .contacted])
    #expect(customer.standing == ContactStanding(events))
    #expect(customer.standing.unansweredContacts == 1)
  }

  @Test func holdsAndReopensWhomTheyConcernAlone() throws {
    let waiting = try desk.review("R1", by: [.reviewer("A")])
    let answered = try desk.review("R2", by: [.reviewer("B")])
    let untouched = try desk.review("R3", by: [.reviewer("C")])
    try desk.queue("o1", for: waiting)
    try desk.queue("o3", for: untouched)
    try desk.store.apply(.settled, to: [answered.id], at: .hours(-20))
    _ = try add([
      contact(.reviewer("A"), .answered, hours: -1), contact(.reviewer("B"), .answered, hours: -1),
      contact(.reviewer("D"), .answered, hours: -1),
    ])
    #expect(try desk.state("o1") == .held)
    #expect(try desk.state("o3") == .queued)
    #expect(try desk.store.review(answered.id)?.state == .open)
  }
}
