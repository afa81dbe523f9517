import AmendsPolicy
import Ledger
import Screen

/// Small words that several screens share.
enum Words {
  static func stars(_ rating: Int) -> SafeText {
    SafeText(String(repeating: "★", count: min(max(rating, 0), 5)))
  }

  static func starsRole(_ rating: Int) -> Role { rating <= 2 ? .starsLow : .starsMid }

  /// How old something is: `now`, `5m`, `2h`, `3d`.
  static func age(of instant: Instant, at now: Instant) -> String {
    now - instant < .minutes(1) ? "now" : RoughSpan(now - instant).text
  }

  /// Units a day with the course of the last days, as far as sales files told.
  static func units(_ row: ReviewRow) -> String {
    guard let units = row.unitsPerDay else { return "" }
    let number = String(units)
    let padding = String(repeating: " ", count: max(0, 4 - number.count))
    return padding + number + " " + Spark.plot(recent(row.unitsByDay)).string
  }

  /// The days in at most six steps, each the mean of its days.
  private static func recent(_ days: [Int]) -> [Int] {
    let steps = min(6, days.count)
    return (0..<steps).map { step in
      let part = days[(step * days.count / steps)..<((step + 1) * days.count / steps)]
      return part.reduce(0, +) / max(1, part.count)
    }
  }

  static func kind(_ kind: ItemKind) -> String {
    kind == .productReview ? "product review" : "seller feedback"
  }

  /// A number with its thousands set off: `1,000,000`.
  static func figure(_ number: Int) -> String {
    let digits = Array(String(number))
    let first = digits.count % 3
    var groups = first == 0 ? [] : [String(digits[..<first])]
    for start in stride(from: first, to: digits.count, by: 3) {
      groups.append(String(digits[start..<start + 3]))
    }
    return groups.joined(separator: ",")
  }

  /// A place in a row: `1st`, `2nd`, `3rd`, `11th`.
  static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
  }

  /// One in words, more in figures.
  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many)"
  }
}

extension String {
  /// The characters that the first bytes hold.
  func utf8Prefix(_ count: Int) -> String { String(decoding: utf8.prefix(count), as: UTF8.self) }
}
