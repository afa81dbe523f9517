import AmendsPolicy
import Testing

@Suite("Quiet hours push the end of the other limits")
struct QuietEndTests {
  private func ask(_ events: [ContactEvent], at text: String, zone: String) throws -> ContactAnswer
  {
    ContactLimits().answer(
      ContactRequest(at: try moment(text)), standing: ContactStanding(events), zone: try .real(zone)
    )
  }

  @Test("an interval that ends at night ends in the morning")
  func pushed() throws {
    let contact = ContactEvent(.contacted, at: try moment("2026-11-24T22:00:00+01:00"))
    let answer = try ask([contact], at: "2026-11-26T12:00:00+01:00", zone: "Europe/Berlin")
    #expect(answer.holds.map(\.limit) == [.quietHours, .interval])
    #expect(answer.until == (try moment("2026-11-28T08:00:00+01:00")))
    #expect(answer.holds.last?.until == (try moment("2026-11-27T22:00:00+01:00")))
    #expect(answer.holds.first?.reason == "quiet hours 21-08 their time (Europe/Berlin)")
  }

  @Test("an interval that ends by day is not touched, even when asked at night")
  func untouched() throws {
    let contact = ContactEvent(.contacted, at: try moment("2026-11-24T12:00:00+01:00"))
    let answer = try ask([contact], at: "2026-11-26T23:00:00+01:00", zone: "Europe/Berlin")
    #expect(answer.holds.map(\.limit) == [.interval])
    #expect(answer.until == (try moment("2026-11-27T12:00:00+01:00")))
  }

  @Test("72 hours are 72 hours over the night of a change")
  func elapsed() throws {
    let contact = ContactEvent(.contacted, at: try moment("2026-03-27T07:30:00+01:00"))
    let answer = try ask([contact], at: "2026-03-29T12:00:00+02:00", zone: "Europe/Berlin")
    #expect(answer.until == (try moment("2026-03-30T08:30:00+02:00")))
  }

  @Test("an answer waits for the morning too, and no longer")
  func answers() throws {
    let wrote = ContactEvent(.answered, at: try moment("2026-11-26T23:30:00-05:00"))
    let answer = try ask([wrote], at: "2026-11-27T00:00:00-05:00", zone: "America/New_York")
    #expect(answer.limit == .quietHours)
    #expect(answer.until == (try moment("2026-11-27T08:00:00-05:00")))
    #expect(answer.answering == wrote.at)
  }

  @Test("what never ends is not explained by the hour")
  func never() throws {
    let optOut = ContactEvent(.optedOut, at: hour(0))
    let answer = try ask([optOut], at: "2026-11-27T00:00:00-05:00", zone: "America/New_York")
    #expect(answer.holds.map(\.limit) == [.optedOut])
  }
}
