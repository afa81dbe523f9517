import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

/// What happens when files and people name somebody who was erased.
@Suite("An erased person is recognised, and nothing personal comes back")
struct ErasedPersonTests {
  private let desk: TestDesk
  private let customer: CustomerID
  private let relay = CustomerKey.relay("gone@marketplace.amazon.com")
  private let order = "114-5550000-0000001"

  init() throws {
    let desk = try TestDesk()
    customer = try desk.review("R1", by: [.relay("gone@marketplace.amazon.com")]).customer
    self.desk = desk
    try desk.record(.contacted, relay, at: .hours(-5), order: order)
    _ = try desk.store.erase(customer, at: .hours(0))
  }

  private func take(_ rows: [ImportedRow]) throws -> ImportTally {
    try desk.store.importRows(rows, at: .hours(1), by: "amy")
  }

  @Test("the same file leaves everything as it is")
  func sameFile() throws {
    let old = ImportedReview(
      externalID: "R1", kind: .productReview, rating: 1, title: "Broken",
      text: "It arrived broken.", postedAt: .hours(-48), keys: [relay])
    let fact = ContactRecord(
      customer: relay, event: ContactEvent(.contacted, at: .hours(-5), order: order),
      note: "dear")
    let before = try desk.store.changeToken()
    let tally = try take([.review(old), .contact(fact)])
    #expect((tally.added, tally.changed, tally.unchanged, tally.erased) == (0, 0, 2, 2))
    #expect(try desk.store.changeToken() == before)
    #expect(try desk.store.review(.productReview, externalID: "R1") == nil)
  }

  @Test("a new review of theirs is left out, whatever other keys it brings")
  func newReview() throws {
    let other = try desk.review("R2", by: [.reviewer("living")])
    let review = ImportedReview(
      externalID: "R9", kind: .productReview, rating: 2, text: "Still bad",
      postedAt: .hours(0), keys: [.reviewer("living"), .order(order)])
    #expect(try take([.review(review)]).erased == 1)
    #expect(try desk.store.review(.productReview, externalID: "R9") == nil)
    #expect(try desk.store.customer(for: .reviewer("living"))?.id == other.customer)
    #expect(try desk.store.customer(other.customer)?.standing.doNotContact == nil)
  }

  @Test("of a new fact its kind and time are kept, and the suppression stands")
  func newFact() throws {
    let outcome = try desk.store.record(
      ContactRecord(
        customer: .order(order), event: ContactEvent(.answered, at: .hours(2), order: order),
        channel: "phone", zone: "Europe/Rome", note: "their words"),
      at: .hours(2), by: "amy")
    #expect(outcome.customer == customer)
    let file = try #require(try desk.store.customerFile(customer))
    #expect(file.events.last == ContactEvent(.answered, at: .hours(2)))
    #expect(file.timeline.allSatisfy { $0.text.isEmpty && $0.order == nil })
    #expect(file.customer.zone == nil)
    #expect(file.customer.standing.doNotContact == .hours(0))
  }

  @Test("whoever asks by an old key is told never to write")
  func asked() throws {
    for key in [relay, .order(order), .review("erased-\(customer.number)")] {
      let found = try #require(try desk.store.customer(for: key))
      #expect(found.id == customer)
      #expect(found.standing.doNotContact == .hours(0))
    }
    #expect(try desk.store.customer(for: .relay("other@marketplace.amazon.com")) == nil)
  }

  @Test("nobody is merged with them")
  func merged() throws {
    let other = try desk.review("R2", by: [.reviewer("living")])
    #expect(throws: DeskError.erased) {
      try desk.store.merge(relay, into: other.customer, at: .hours(1))
    }
    #expect(throws: DeskError.erased) {
      try desk.store.merge(.reviewer("living"), into: customer, at: .hours(1))
    }
  }

  @Test("another desk's hashes are others, so that they tell nothing there")
  func keyed() throws {
    let other = try TestDesk()
    let review = try other.review("R1", by: [relay])
    _ = try other.record(.contacted, relay, at: .hours(-5), order: order)
    _ = try other.store.erase(review.customer, at: .hours(0))
    let hashes = "SELECT hex(hash) FROM erased_alias ORDER BY 1"
    let (one, two) = (try desk.sql(hashes), try other.sql(hashes))
    #expect(one.count == 2)
    #expect(one.count == two.count)
    #expect(Set(one.map { $0[0] as String }).isDisjoint(with: two.map { $0[0] as String }))
  }
}
