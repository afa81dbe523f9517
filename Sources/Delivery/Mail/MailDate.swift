import AmendsPolicy
import Ledger

/// Dates as mail headers write them (RFC 5322, 3.3), always in UTC.
enum MailDate {
  /// Writes an instant as `Fri, 27 Nov 2026 14:03:09 +0000`.
  static func text(_ instant: Instant) -> String {
    let time = CivilTime(instant)
    let date = time.date
    let weekday = weekdays[((date.daysSinceEpoch + 4) % 7 + 7) % 7]
    let clock = [time.hour, time.minute, time.second].map { pad($0, 2) }.joined(separator: ":")
    return
      "\(weekday), \(date.day) \(months[date.month - 1]) \(pad(date.year, 4)) \(clock) +0000"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
