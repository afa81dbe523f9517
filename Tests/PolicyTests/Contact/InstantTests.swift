import AmendsPolicy
import Testing

@Suite("Instants and spans stop at the ends of their range")
struct InstantTests {
  private static let sums: [(Int64, Int64, Int64)] = [
    (0, 5, 5), (Int64.max, 1, Int64.max), (.max, .max, .max), (.min, -1, .min),
    (.min, .min, .min),
    (.max, .min, -1), (.min, .max, -1), (.max, 0, .max), (.max - 1, 1, .max),
  ]

  private static let differences: [(Int64, Int64, Int64)] = [
    (0, 5, -5), (Int64.min, 1, Int64.min), (.max, -1, .max), (0, .min, .max), (-1, .min, .max),
    (-5, .min, .max - 4), (.min, .min, 0), (.max, .max, 0), (.min, .max, .min),
  ]

  private static let distances: [(Int64, Int64, Int64)] = [
    (7, 5, 2), (5, 7, -2), (Int64.max, -1, Int64.max), (.min, 1, .min), (.max, .min, .max),
    (.min, .max, .min), (.min, .min, 0),
  ]

  private static let counts: [(Int64, Int64)] = [
    (Int64.max, Int64.max), (.min, .min), (0, 0),
  ]

  @Test(
    "adding",
    arguments: sums)
  func adding(_ row: (Int64, Int64, Int64)) {
    let sum = Instant(milliseconds: row.0) + Span(milliseconds: row.1)
    #expect(sum.milliseconds == row.2)
  }

  @Test(
    "taking a span away",
    arguments: differences)
  func subtracting(_ row: (Int64, Int64, Int64)) {
    let rest = Instant(milliseconds: row.0) - Span(milliseconds: row.1)
    #expect(rest.milliseconds == row.2)
  }

  @Test(
    "the span between two",
    arguments: distances)
  func between(_ row: (Int64, Int64, Int64)) {
    let span = Instant(milliseconds: row.0) - Instant(milliseconds: row.1)
    #expect(span.milliseconds == row.2)
  }

  @Test("units", arguments: counts)
  func units(_ row: (Int64, Int64)) {
    for unit in [Span.seconds, Span.minutes, Span.hours, Span.days] {
      #expect(unit(row.0).milliseconds == row.1)
    }
  }

  @Test("units are what they say")
  func unitSizes() {
    #expect(Span.seconds(3).milliseconds == 3_000)
    #expect(Span.minutes(-3).milliseconds == -180_000)
    #expect(Span.hours(72).milliseconds == 259_200_000)
    #expect(Span.days(30).milliseconds == 2_592_000_000)
    #expect(Span.days(106_751_991_167).milliseconds == 9_223_372_036_828_800_000)
    #expect(Span.days(106_751_991_168).milliseconds == .max)
  }

  @Test("instants and spans are ordered by their count")
  func order() {
    #expect(Instant(milliseconds: -1) < Instant(milliseconds: 0))
    #expect(Span.hours(1) < Span.minutes(61))
    #expect(!(Span.hours(1) < Span.minutes(60)))
  }

  @Test("the local minute is within a day for every instant and offset")
  func localMinute() {
    let edges: [Int64] = [.min, .min + 1, -86_400_001, -1, 0, 59_999, 86_399_999, .max - 1, .max]
    for offset in [Span.hours(-12), .minutes(0), .minutes(345), .hours(14)] {
      let zone = Zone(name: "test") { _ in offset }
      for edge in edges {
        #expect((0..<1440).contains(zone.localMinute(at: Instant(milliseconds: edge))))
      }
    }
    #expect(Zone.utc.localMinute(at: Instant(milliseconds: -1)) == 1439)
    #expect(Zone.utc.localMinute(at: Instant(milliseconds: 59_999)) == 0)
  }
}
