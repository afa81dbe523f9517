import AmendsPolicy
import Foundation
import Ledger
import Testing

@Suite("Dates of the calendar")
struct CivilDateTests {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// Days since the epoch, as the system's calendar counts them; its Julian years are left out.
  private static let someDays: [Int] = {
    var numbers = LedgerDice(seed: 5)
    return (0..<2_000).map { _ in Int.random(in: -140_000...2_932_896, using: &numbers) }
      + [-140_000, -1, 0, 1, 59, 60, 11_016, 11_017, 2_932_896]
  }()

  @Test("agree with the system's calendar on random days")
  func system() throws {
    for day in Self.someDays {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
      let civil = CivilDate(daysSinceEpoch: day)
      #expect([civil.year, civil.month, civil.day] == [parts.year, parts.month, parts.day])
      #expect(civil.daysSinceEpoch == day)
    }
  }

  @Test("there and back for every day of the calendar's 9,999 years in steps")
  func roundTrip() {
    for day in stride(from: -719_162, through: 2_932_896, by: 13) {
      let date = CivilDate(daysSinceEpoch: day)
      #expect(date.daysSinceEpoch == day)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }

  @Test("stop at the first and the last day", arguments: [Int.min, -719_163, 2_932_897, .max])
  func clamped(_ day: Int) {
    let date = CivilDate(daysSinceEpoch: day)
    #expect(ISO8601.text(date) == (day < 0 ? "0001-01-01" : "9999-12-31"))
  }

  @Test(
    "days that do not exist",
    arguments: [
      (2026, 2, 29), (2024, 2, 30), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
      (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (Int.min, Int.max, Int.min),
    ])
  func impossible(_ date: (Int, Int, Int)) {
    #expect(CivilDate(year: date.0, month: date.1, day: date.2) == nil)
  }

  @Test("leap days that do exist", arguments: [2000, 2024, 4, 9996])
  func leap(_ year: Int) {
    #expect(CivilDate(year: year, month: 2, day: 29) != nil)
  }

  @Test("are ordered as their days are")
  func order() {
    let dates = Self.someDays.map(CivilDate.init(daysSinceEpoch:))
    #expect(dates.sorted().map(\.daysSinceEpoch) == Self.someDays.sorted())
  }

  @Test("noon is noon in UTC")
  func noon() {
    #expect(CivilDate(daysSinceEpoch: 1).noon.milliseconds == 86_400_000 + 43_200_000)
    #expect(CivilDate(daysSinceEpoch: -1).noon.milliseconds == -43_200_000)
  }

  @Test(
    "a clock shows a time of day at any instant and offset",
    arguments: [Int64.min, .min + 86_399_999, -86_400_001, -86_400_000, -1, 0, 1, .max - 1, .max])
  func clock(_ milliseconds: Int64) {
    for offset in [Span.hours(-12), .minutes(0), .hours(14)] {
      let time = CivilTime(Instant(milliseconds: milliseconds), offset: offset)
      #expect((0..<86_400_000).contains(time.millisecondOfDay))
      #expect((0..<24).contains(time.hour))
    }
  }

  @Test("a clock's parts, and back to the instant")
  func parts() throws {
    let instant = try #require(ISO8601.instant("1969-12-31T23:59:58.007Z"))
    let time = CivilTime(instant, offset: .minutes(345))
    #expect(time.hour * 10_000 + time.minute * 100 + time.second == 54_458)
    #expect(time.millisecondOfDay % 1000 == 7)
    #expect(time.date == CivilDate(year: 1970, month: 1, day: 1))
    #expect(time.instant(offset: .minutes(345)) == instant)
    #expect(CivilTime(date: time.date, millisecondOfDay: -5).millisecondOfDay == 0)
    #expect(CivilTime(date: time.date, millisecondOfDay: .max).millisecondOfDay == 86_399_999)
  }
}

/// Seeded random numbers (SplitMix64), so that a failing case can be run again.
struct LedgerDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
