import AmendsPolicy
import Testing

@Suite("Quiet hours where the person lives")
struct QuietHoursTests {
  /// Both nights of the year in which clocks change, and ordinary nights, asked at the edges.
  static let ordinaryAndChanged: [(zone: String, asked: String, free: String)] = [
    // An ordinary night: 21:00 is quiet, 08:00 is not.
    ("Europe/Berlin", "2026-11-26T20:59:59+01:00", "2026-11-26T20:59:59+01:00"),
    ("Europe/Berlin", "2026-11-26T21:00:00+01:00", "2026-11-27T08:00:00+01:00"),
    ("Europe/Berlin", "2026-11-27T00:00:00+01:00", "2026-11-27T08:00:00+01:00"),
    ("Europe/Berlin", "2026-11-27T07:59:59+01:00", "2026-11-27T08:00:00+01:00"),
    ("Europe/Berlin", "2026-11-27T08:00:00+01:00", "2026-11-27T08:00:00+01:00"),
    // Spring, the night is an hour shorter.
    ("Europe/Berlin", "2026-03-28T22:15:30+01:00", "2026-03-29T08:00:00+02:00"),
    ("Europe/Berlin", "2026-03-29T01:59:59+01:00", "2026-03-29T08:00:00+02:00"),
    ("Europe/Berlin", "2026-03-29T03:00:00+02:00", "2026-03-29T08:00:00+02:00"),
    ("America/New_York", "2026-03-07T23:00:00-05:00", "2026-03-08T08:00:00-04:00"),
    ("Australia/Sydney", "2026-10-03T23:00:00+10:00", "2026-10-04T08:00:00+11:00"),
    // Autumn, an hour longer: half past two comes twice.
    ("Europe/Berlin", "2026-10-24T22:15:30+02:00", "2026-10-25T08:00:00+01:00"),
    ("Europe/Berlin", "2026-10-25T02:30:00+02:00", "2026-10-25T08:00:00+01:00"),
    ("Europe/Berlin", "2026-10-25T02:30:00+01:00", "2026-10-25T08:00:00+01:00"),
    ("America/New_York", "2026-10-31T21:00:00-04:00", "2026-11-01T08:00:00-05:00"),
    ("Australia/Sydney", "2026-04-04T22:00:00+11:00", "2026-04-05T08:00:00+10:00"),
  ]

  @Test("21 to 8, ordinary nights and both nights of the change", arguments: ordinaryAndChanged)
  func nights(_ night: (zone: String, asked: String, free: String)) throws {
    let quiet = QuietHours(from: 21 * 60, to: 8 * 60)
    let free = quiet.firstFree(from: try moment(night.asked), in: try .real(night.zone))
    #expect(free == (try moment(night.free)))
  }

  @Test(
    "quiet hours whose ends fall into the change itself",
    arguments: [
      // Half past two does not exist: free when the clock jumps over it.
      (22 * 60, 150, "2026-03-28T23:00:00+01:00", "2026-03-29T03:00:00+02:00"),
      // Half past two comes first in summer time.
      (22 * 60, 150, "2026-10-24T23:00:00+02:00", "2026-10-25T02:30:00+02:00"),
      // The clock goes back to before the quiet hours.
      (150, 4 * 60, "2026-10-25T02:45:00+02:00", "2026-10-25T02:00:00+01:00"),
      // The quiet hours end with the change.
      (22 * 60, 3 * 60, "2026-10-24T23:00:00+02:00", "2026-10-25T03:00:00+01:00"),
    ])
  func withinTheChange(_ row: (from: Int, to: Int, asked: String, free: String)) throws {
    let quiet = QuietHours(from: row.from, to: row.to)
    let free = quiet.firstFree(from: try moment(row.asked), in: try .real("Europe/Berlin"))
    #expect(free == (try moment(row.free)))
  }

  @Test("a zone that skips a whole day")
  func dateLine() throws {
    let quiet = QuietHours(from: 21 * 60, to: 8 * 60)
    let free = quiet.firstFree(
      from: try moment("2011-12-29T22:00:00-10:00"), in: try .real("Pacific/Apia"))
    #expect(free == (try moment("2011-12-31T08:00:00+14:00")))
  }

  @Test("no quiet hours, a span within a day, and minutes taken modulo a day")
  func forms() {
    let noon = Instant(milliseconds: 12 * 3_600_000)
    #expect(QuietHours.none.firstFree(from: noon, in: .utc) == noon)
    #expect(QuietHours(from: 480, to: 480) != .none)
    #expect(!QuietHours(from: 720, to: 720).contains(noon, in: .utc))
    let lunch = QuietHours(from: 11 * 60, to: 13 * 60)
    #expect(lunch.firstFree(from: noon, in: .utc) == noon + .hours(1))
    #expect(!lunch.contains(noon + .hours(1), in: .utc))
    #expect(QuietHours(from: 25 * 60, to: -60) == QuietHours(from: 60, to: 23 * 60))
  }

  @Test("terminates at the ends of time", arguments: [Int64.min, .min + 1, .max - 1, .max])
  func endsOfTime(_ milliseconds: Int64) {
    let quiet = QuietHours(from: 0, to: 1439)
    let asked = Instant(milliseconds: milliseconds)
    #expect(quiet.firstFree(from: asked, in: .utc) >= asked)
  }

  @Test(
    "agrees with a walk minute by minute",
    arguments: [
      "Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe",
      "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo", "America/St_Johns",
    ])
  func bruteForce(_ name: String) throws {
    var dice = ContactDice(seed: 11)
    let zone = try Zone.real(name)
    let changes = try [
      "2026-03-29T00:00:00Z", "2026-03-08T07:00:00Z", "2026-04-04T16:00:00Z",
      "2026-04-23T22:00:00Z",
      "2026-10-25T01:00:00Z", "2026-11-01T06:00:00Z", "2026-10-03T16:00:00Z",
      "2026-10-29T21:00:00Z",
      "2011-12-30T10:00:00Z",
    ].map(moment)
    for _ in 0..<60 {
      let quiet = QuietHours(
        from: .random(in: 0..<1440, using: &dice), to: .random(in: 0..<1440, using: &dice))
      let asked =
        dice.pick(changes) + .minutes(.random(in: -2000...800, using: &dice))
        + Span(milliseconds: .random(in: 0..<60_000, using: &dice))
      let free = quiet.firstFree(from: asked, in: zone)
      #expect(free == walk(quiet, from: asked, zone), "\(quiet) from \(asked) in \(name)")
    }
  }

  @Test(
    "They begin by the clock as it will be then, over both nights on which it changes",
    arguments: [
      ("2026-10-24T20:30:00Z", "2026-10-25T20:00:00Z"),
      ("2026-03-28T21:30:00Z", "2026-03-29T19:00:00Z"),
      ("2026-06-01T10:00:00Z", "2026-06-01T19:00:00Z"),
    ])
  func nextStart(now: String, start: String) throws {
    let zone = try Zone.real("Europe/Berlin")
    let quiet = QuietHours(from: 21 * 60, to: 8 * 60)
    #expect(try quiet.nextStart(after: moment(now), in: zone) == moment(start))
  }

  private func walk(_ quiet: QuietHours, from asked: Instant, _ zone: Zone) -> Instant {
    guard quiet.contains(asked, in: zone) else { return asked }
    let intoMinute = (asked.milliseconds % 60_000 + 60_000) % 60_000
    var instant = asked - Span(milliseconds: intoMinute) + .minutes(1)
    while quiet.contains(instant, in: zone) { instant = instant + .minutes(1) }
    return instant
  }
}
