import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Amends

/// Quiet hours by the system's own database of time zones, over both nights of the change.
@Suite("Zones over the nights of the change")
struct ZoneTableTests {
  /// A zone with the noon before each night in which its clocks change, or a night like any other.
  static let nights: [(zone: String, noons: [String])] = [
    ("Europe/Berlin", ["2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z", "2027-03-27T12:00:00Z"]),
    ("Europe/London", ["2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z"]),
    ("America/New_York", ["2026-03-07T12:00:00Z", "2026-10-31T12:00:00Z"]),
    ("America/Los_Angeles", ["2026-03-07T20:00:00Z", "2026-10-31T20:00:00Z"]),
    ("America/Santiago", ["2026-04-04T12:00:00Z", "2026-09-05T12:00:00Z"]),
    ("Australia/Sydney", ["2026-04-04T00:00:00Z", "2026-10-03T00:00:00Z"]),
    ("Australia/Lord_Howe", ["2026-04-04T00:00:00Z", "2026-10-03T00:00:00Z"]),
    ("Pacific/Auckland", ["2026-04-04T00:00:00Z", "2026-09-26T00:00:00Z"]),
    ("Asia/Kolkata", ["2026-03-28T06:00:00Z"]), ("Asia/Kathmandu", ["2026-10-24T06:00:00Z"]),
  ]

  /// The local minutes of the day of some instants, as Python's zoneinfo has them; `nil` where it cannot be
  /// asked.
  private static func minutes(_ zone: String, _ instants: [Instant]) -> [Int]? {
    let program = """
      import sys, datetime, zoneinfo
      zone = zoneinfo.ZoneInfo(sys.argv[1])
      for word in sys.argv[2:]:
        local = datetime.datetime.fromtimestamp(int(word), zone)
        print(local.hour * 60 + local.minute)
      """
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", "-c", program, zone] + instants.map { "\($0.milliseconds / 1000)" }
    process.standardOutput = pipe
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }

  /// Every ten minutes from a day before to a day after.
  private static func around(_ noon: String) throws -> [Instant] {
    let middle = try #require(ISO8601.instant(noon))
    return (-144...288).map { middle + .minutes(10 * $0) }
  }

  @Test("local clocks agree with those of another library", arguments: nights)
  func clocks(_ night: (zone: String, noons: [String])) throws {
    let zone = ZoneTable(usual: nil).zone(night.zone)
    #expect(zone.name == night.zone)
    for noon in night.noons {
      let instants = try Self.around(noon)
      guard let minutes = Self.minutes(night.zone, instants) else { return }
      #expect(instants.map { zone.localMinute(at: $0) } == minutes, "\(night.zone) \(noon)")
    }
  }

  @Test(
    "nobody is written to between 21 and 8 of their clock, and everybody else is", arguments: nights
  )
  func quiet(_ night: (zone: String, noons: [String])) throws {
    let zone = ZoneTable(usual: nil).zone(night.zone)
    let limits = ContactLimits()
    for noon in night.noons {
      let instants = try Self.around(noon)
      guard let minutes = Self.minutes(night.zone, instants) else { return }
      for (instant, minute) in zip(instants, minutes) {
        let answer = limits.answer(
          ContactRequest(at: instant), standing: ContactStanding(), zone: zone)
        #expect(answer.isAllowed == (480..<1260).contains(minute), "\(night.zone) \(minute)")
        guard let until = answer.until else { continue }
        #expect(!limits.quietHours.contains(until, in: zone))
        #expect(limits.quietHours.contains(until - Span(milliseconds: 1), in: zone))
        #expect(until - instant <= .hours(12))
      }
    }
  }
}
