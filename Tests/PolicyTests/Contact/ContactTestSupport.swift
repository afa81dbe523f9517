import AmendsPolicy
import Foundation

/// The instant that an ISO 8601 text with a zone names.
func moment(_ text: String) throws -> Instant {
  let date = try Date(text, strategy: .iso8601)
  return Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
}

extension Zone {
  /// A zone with the system's real rules.
  static func real(_ name: String) throws -> Zone {
    guard let zone = TimeZone(identifier: name) else { throw NoSuchZone(name: name) }
    return Zone(name: name) { instant in
      let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
      return .seconds(Int64(zone.secondsFromGMT(for: date)))
    }
  }
}

struct NoSuchZone: Error { var name: String }

/// Seeded random numbers (SplitMix64), so that a failing case can be run again.
struct ContactDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }

  mutating func isLucky(_ chance: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < chance
  }
}

extension ContactLimits {
  /// The limits asked without quiet hours, which have tests of their own.
  static func awake(
    interval: Span = .hours(72),
    maximumUnanswered: Int = 2,
    orderWindow: Span = .days(30)
  ) -> ContactLimits {
    ContactLimits(
      interval: interval, maximumUnanswered: maximumUnanswered, orderWindow: orderWindow,
      quietHours: .none)
  }
}

/// Hours after a fixed start, for histories that read like sentences.
func hour(_ count: Int64) -> Instant { Instant(milliseconds: 1_780_000_000_000) + .hours(count) }
