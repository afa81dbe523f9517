import AmendsPolicy
import Foundation
import Ledger
import Testing

@Suite("Times to come, as people type them")
struct TypedSnoozeTests {
  private static func zone(_ name: String) throws -> Zone {
    let rules = try #require(TimeZone(identifier: name))
    return Zone(name: name) { instant in
      let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
      return .seconds(Int64(rules.secondsFromGMT(for: date)))
    }
  }

  private func read(
    _ text: String,
    at now: String = "2026-11-27T14:20:37Z",
    in zone: Zone = .utc
  ) throws -> String {
    let now = try #require(ISO8601.instant(now))
    guard case .until(let end) = try TypedSnooze.read(text, at: now, in: zone) else {
      return "they write"
    }
    return ISO8601.text(end)
  }

  @Test(
    "Each way of saying it, on a Friday afternoon",
    arguments: [
      ("2h", "2026-11-27T16:21:00Z"), ("45m", "2026-11-27T15:06:00Z"),
      ("3d", "2026-11-30T09:00:00Z"), ("2w", "2026-12-11T09:00:00Z"),
      ("1d 7", "2026-11-28T07:00:00Z"), ("tomorrow", "2026-11-28T09:00:00Z"),
      ("Tomorrow 14:30", "2026-11-28T14:30:00Z"), ("today 17", "2026-11-27T17:00:00Z"),
      ("mon", "2026-11-30T09:00:00Z"), ("mon 9", "2026-11-30T09:00:00Z"),
      ("mon 9:30", "2026-11-30T09:30:00Z"), ("  Thursday  08:05 ", "2026-12-03T08:05:00Z"),
      ("thurs", "2026-12-03T09:00:00Z"), ("fri", "2026-12-04T09:00:00Z"),
      ("fri 16", "2026-11-27T16:00:00Z"), ("9:30", "2026-11-28T09:30:00Z"),
      ("14:21", "2026-11-27T14:21:00Z"), ("2026-12-24", "2026-12-24T09:00:00Z"),
      ("2026-12-24 18", "2026-12-24T18:00:00Z"), ("after reply", "they write"),
      ("After  Reply", "they write"), ("reply", "they write"),
    ])
  func ways(_ text: String, _ end: String) throws {
    #expect(try read(text) == end)
  }

  @Test(
    "What says no time, one that has passed, or one that is too far away",
    arguments: [
      ("", TypedSnooze.Fault.unreadable), ("soon", .unreadable), ("9", .unreadable),
      ("mo", .unreadable), ("mon 25", .unreadable), ("mon 9:5", .unreadable),
      ("mon 9:30 sharp", .unreadable), ("today", .unreadable), ("2h 9", .unreadable),
      ("24:00", .unreadable), ("-3d", .unreadable), ("2026-02-30", .unreadable),
      ("0h 9", .unreadable), ("99999999999999999999d", .unreadable), ("before reply", .unreadable),
      ("0d", .past), ("today 14:20", .past), ("2026-11-27", .past), ("1999-12-31", .past),
      ("2026-11-26 23", .past), ("2028-01-01", .tooFar), ("60w", .tooFar), ("100000d", .tooFar),
    ])
  func faults(_ text: String, _ fault: TypedSnooze.Fault) {
    #expect(throws: fault) { try read(text) }
  }

  @Test("The very minute is taken as it is")
  func fullMinute() throws {
    #expect(try read("1h", at: "2026-11-27T14:00:00Z") == "2026-11-27T15:00:00Z")
  }

  @Test("Days and weekdays are those of the shop's clock, not of UTC")
  func shopsDay() throws {
    let auckland = try Self.zone("Pacific/Auckland")
    #expect(try read("tomorrow", in: auckland) == "2026-11-28T20:00:00Z")
    #expect(try read("sat", in: auckland) == "2026-11-27T20:00:00Z")
    #expect(try read("9:30", in: auckland) == "2026-11-27T20:30:00Z")
    let losAngeles = try Self.zone("America/Los_Angeles")
    #expect(try read("today 9", in: losAngeles) == "2026-11-27T17:00:00Z")
  }

  @Test("Nine in the morning stays nine in the morning when summer time begins or ends")
  func summerTime() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let autumn = "2026-10-24T12:00:00Z"
    #expect(try read("tomorrow", at: autumn, in: berlin) == "2026-10-25T08:00:00Z")
    #expect(try read("24h", at: autumn, in: berlin) == "2026-10-25T12:00:00Z")
    let spring = "2026-03-28T12:00:00Z"
    #expect(try read("1d", at: spring, in: berlin) == "2026-03-29T07:00:00Z")
    #expect(try read("mon", at: spring, in: berlin) == "2026-03-30T07:00:00Z")
  }

  @Test("A time that clocks show twice is the first, one that they leave out is later by as much")
  func changeOfClocks() throws {
    let berlin = try Self.zone("Europe/Berlin")
    #expect(
      try read("tomorrow 2:30", at: "2026-10-24T12:00:00Z", in: berlin) == "2026-10-25T00:30:00Z")
    #expect(
      try read("tomorrow 2:30", at: "2026-03-28T12:00:00Z", in: berlin) == "2026-03-29T01:30:00Z")
  }

  @Test("Every hour of two years is found again on clocks that change")
  func everyHour() throws {
    for name in ["Europe/Berlin", "America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kolkata"] {
      let zone = try Self.zone(name)
      let start = try #require(ISO8601.instant("2026-01-01T00:00:00Z"))
      for hour in 0..<(2 * 366 * 24) {
        let instant = start + .hours(Int64(hour))
        let time = CivilTime(instant, offset: zone.offset(at: instant))
        let found = zone.instant(of: time)
        #expect(found <= instant && instant - found <= .hours(1), "\(name) \(hour)")
        #expect(CivilTime(found, offset: zone.offset(at: found)) == time, "\(name) \(hour)")
      }
    }
  }
}
