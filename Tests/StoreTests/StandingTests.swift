import AmendsPolicy
import Ledger
import Store
import Testing

@Suite struct StandingTests {
  /// Random facts with few instants, so that many fall together.
  private func facts(_ seed: UInt64) -> [ContactEvent] {
    var random = Seeded(seed)
    return (0..<12).compactMap { _ in
      guard let kind = ContactEventKind.allCases.randomElement(using: &random) else { return nil }
      return ContactEvent(kind, at: .hours(Int64.random(in: -20...0, using: &random)))
    }
  }

  private func stored(_ events: [ContactEvent], batch: Int) throws -> ContactStanding? {
    let desk = try TestDesk()
    let key = CustomerKey.reviewer("A")
    var rest = events[...]
    while !rest.isEmpty {
      let rows = rest.prefix(batch).map {
        ImportedRow.contact(ContactRecord(customer: key, event: $0))
      }
      _ = try desk.store.importRows(Array(rows), at: .hours(0), by: "amy")
      rest = rest.dropFirst(batch)
    }
    return try desk.store.customer(for: key)?.standing
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func isTheFoldOfTheFactsInAnyOrderAndBatch(_ seed: UInt64) throws {
    var random = Seeded(seed &+ 1000)
    let events = facts(seed)
    let expected = ContactStanding(Array(Set(events)))
    #expect(try stored(events.sorted(by: ContactEvent.inTime), batch: 1) == expected)
    #expect(try stored(events.shuffled(using: &random), batch: 1) == expected)
    #expect(try stored(events.shuffled(using: &random), batch: 5) == expected)
    #expect(try stored(events.shuffled(using: &random), batch: 99) == expected)
  }

  @Test func retractingIsAsIfItNeverWas() throws {
    let desk = try TestDesk()
    let key = CustomerKey.reviewer("A")
    try desk.record(.contacted, key, at: .hours(-5))
    let before = try desk.store.customer(for: key)?.standing
    let outcome = try desk.record(.answered, key, at: .hours(-3))
    let event = try #require(outcome.event)
    #expect(try desk.store.customer(for: key)?.standing != before)
    try desk.store.retract(event, at: .hours(0))
    try desk.store.retract(event, at: .hours(1))
    #expect(try desk.store.customer(for: key)?.standing == before)
    #expect(try desk.store.events(of: outcome.customer).count == 1)
  }

  @Test func sameFactIsKeptOnce() throws {
    let desk = try TestDesk()
    let key = CustomerKey.reviewer("A")
    #expect(try !desk.record(.contacted, key, at: .hours(-5)).wasKnown)
    #expect(try desk.record(.contacted, key, at: .hours(-5)).wasKnown)
    #expect(
      try !desk.record(.contacted, key, at: .hours(-5), order: "114-1234567-1234567").wasKnown)
    #expect(try desk.store.customer(for: key)?.standing.unansweredContacts == 2)
  }

  @Test func saysWhichLimitAFactBroke() throws {
    let desk = try TestDesk()
    let key = CustomerKey.reviewer("A")
    #expect(try desk.record(.contacted, key, at: .hours(-100)).broke == nil)
    #expect(try desk.record(.contacted, key, at: .hours(-99)).broke == .interval)
    #expect(try desk.record(.answered, key, at: .hours(-98)).broke == nil)
    #expect(try desk.record(.contacted, key, at: .hours(-97)).broke == nil)
    try desk.record(.doNotContact, key, at: .hours(-96))
    #expect(try desk.record(.contacted, key, at: .hours(0)).broke == .doNotContact)
  }

  @Test func showsLaterWhatALateFactReveals() throws {
    let desk = try TestDesk()
    let key = CustomerKey.reviewer("A")
    let late = try desk.record(.contacted, key, at: .hours(-48))
    #expect(late.broke == nil)
    try desk.record(.contacted, key, at: .hours(-50))
    let file = try #require(try desk.store.customerFile(late.customer))
    #expect(file.timeline.map(\.broke) == [nil, .interval])
  }
}
