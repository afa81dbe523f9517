import AmendsPolicy
import Ledger

/// Dates of headers (RFC 5322, 3.3), also in the obsolete forms (4.3) and as C's `asctime` writes them.
///
/// The weekday is not looked at; a zone that nobody knows is UTC, as the RFC has it.
struct DateField {
  private var day: Int?
  private var month: Int?
  private var year: Int?
  private var milliseconds: Int?
  private var offset: Span?

  /// The instant; `nil` where the value is no date with a time.
  static func read(_ value: ArraySlice<UInt8>) -> Instant? {
    var date = DateField()
    for token in HeaderToken.all(in: Array(value), signs: ",") {
      guard case .atom(let word) = token else { continue }
      guard word.allSatisfy({ $0 < 0x80 }), date.take(String(decoding: word, as: UTF8.self)) else {
        return nil
      }
    }
    return date.instant
  }

  private var instant: Instant? {
    guard let day, let month, let year, let milliseconds,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return CivilTime(date: date, millisecondOfDay: milliseconds)
      .instant(offset: offset ?? Span(milliseconds: 0))
  }

  /// Takes the next word in; `false` where it can be no part of a date.
  private mutating func take(_ word: String) -> Bool {
    if word.contains(":"), milliseconds == nil { return takeTime(word) }
    if milliseconds != nil, offset == nil, let zone = ZoneName.offset(word) {
      offset = zone
      return true
    }
    if let number = Int(word), !word.hasPrefix("+"), !word.hasPrefix("-") {
      return take(number, word)
    }
    if let found = Self.month(word) {
      month = month ?? found
      return true
    }
    return takeJoined(word) || word.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: ".") }
  }

  private mutating func take(_ number: Int, _ word: String) -> Bool {
    if day == nil, word.utf8.count <= 2 {
      day = number
      return true
    }
    guard year == nil else { return false }
    year = Self.year(number, figures: word.utf8.count)
    return year != nil
  }

  /// Years of two and three figures (RFC 5322, 4.3).
  private static func year(_ number: Int, figures: Int) -> Int? {
    switch figures {
    case 2: number < 50 ? number + 2000 : number + 1900
    case 3: number + 1900
    case 4: number
    default: nil
    }
  }

  /// `27-Nov-2026`.
  private mutating func takeJoined(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let month = Self.month(String(parts[1])), self.month == nil,
      let day = Int(parts[0]), self.day == nil, let year = Int(parts[2]), self.year == nil
    else { return false }
    self.year = Self.year(year, figures: parts[2].utf8.count)
    (self.day, self.month) = (day, month)
    return true
  }

  /// `14:03`, `14:03:09`, `14:03:09.250`; the 60th second that the earth's turning asks for is the 59th.
  private mutating func takeTime(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), (0...23).contains(hour),
      let minute = Int(parts[1]), (0...59).contains(minute)
    else { return false }
    let seconds = parts.count == 3 ? parts[2].prefix { $0 != "." } : "0"
    guard let second = Int(seconds), (0...60).contains(second) else { return false }
    milliseconds = ((hour * 60 + minute) * 60 + min(second, 59)) * 1000
    return true
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The month of a word that begins with its English name.
  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: ".") })
    else { return nil }
    return months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }
}

/// Zones as dates of headers name them.
private enum ZoneName {
  /// Hours ahead of UTC of the names of RFC 5322, 4.3, and of those that mail from Europe and Japan bears.
  private static let hours = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "wet": 0, "bst": 1, "cet": 1, "met": 1, "cest": 2, "mest": 2,
    "eet": 2, "eest": 3, "jst": 9,
  ]

  /// How far a zone such as `+0100`, `CET` or `GMT+01:00` is ahead of UTC; `nil` where the word is none.
  static func offset(_ word: String) -> Span? {
    let name = word.lowercased()
    if let hours = hours[name] { return .hours(Int64(hours)) }
    let isCounted = name.hasPrefix("gmt") || name.hasPrefix("utc")
    var digits = Array(word.utf8.dropFirst(isCounted ? 3 : 0))
    guard let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    digits = digits.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, digits.allSatisfy(\.isFigure) else { return nil }
    let numbers = digits.map { Int64($0 - UInt8(ascii: "0")) }
    let (hours, minutes) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    guard hours < 24, minutes < 60 else { return nil }
    let span = hours * 60 + minutes
    return .minutes(sign == UInt8(ascii: "-") ? -span : span)
  }
}
