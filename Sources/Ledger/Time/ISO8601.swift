public import AmendsPolicy

/// Dates and times as ISO 8601 writes them, without a formatter's start-up cost.
public enum ISO8601 {
  /// Writes an instant as `2026-11-27T14:03:09Z`; milliseconds only where there are any.
  public static func text(_ instant: Instant) -> String {
    let time = CivilTime(instant)
    let clock = "\(pad(time.hour)):\(pad(time.minute)):\(pad(time.second))"
    let rest = time.millisecondOfDay % 1000
    return "\(text(time.date))T\(clock)" + (rest == 0 ? "Z" : ".\(pad(rest, 3))Z")
  }

  /// Writes a date as `2026-11-27`.
  public static func text(_ date: CivilDate) -> String {
    "\(pad(date.year, 4))-\(pad(date.month))-\(pad(date.day))"
  }

  /// Reads `2026-11-27`; `nil` for anything else.
  public static func date(_ text: some StringProtocol) -> CivilDate? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Reads a date (noon UTC), or a date with a time and optionally an offset (`Z`, `+01:00`, `-0530`).
  ///
  /// Seconds and fractions may be missing, a space may stand for the `T`; without an offset the time is UTC.
  /// - Returns: The instant, or `nil` where the text is none.
  public static func instant(_ text: some StringProtocol) -> Instant? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = date(String(decoding: bytes[0..<10], as: UTF8.self))
    else { return nil }
    if bytes.count == 10 { return date.noon }
    guard
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
        || bytes[10] == UInt8(ascii: "t")
    else { return nil }
    var rest = bytes[11...]
    guard let time = timeOfDay(&rest), let offset = offset(rest) else { return nil }
    return CivilTime(date: date, millisecondOfDay: time).instant(offset: offset)
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  private static func timeOfDay(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let hour = take(2, &rest), hour < 24, takeByte(colon, &rest),
      let minute = take(2, &rest), minute < 60
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    guard takeByte(colon, &rest) else { return milliseconds }
    guard let second = take(2, &rest), second < 60 else { return nil }
    milliseconds += second * 1000
    if takeByte(UInt8(ascii: "."), &rest) || takeByte(UInt8(ascii: ","), &rest) {
      guard let fraction = fraction(&rest) else { return nil }
      milliseconds += fraction
    }
    return milliseconds
  }

  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    while let byte = rest.first, isDigit(byte) {
      if digits < 3 { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
      digits += 1
      rest.removeFirst()
    }
    guard digits > 0 else { return nil }
    for _ in min(digits, 3)..<3 { value *= 10 }
    return value
  }

  private static func offset(_ rest: ArraySlice<UInt8>) -> Span? {
    var rest = rest
    guard let sign = rest.popFirst() else { return Span(milliseconds: 0) }
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
      return rest.isEmpty ? Span(milliseconds: 0) : nil
    }
    guard sign == UInt8(ascii: "+") || sign == dash, let hours = take(2, &rest), hours < 24
    else { return nil }
    let hasMinutes = takeByte(colon, &rest) || !rest.isEmpty
    guard let minutes = hasMinutes ? take(2, &rest) : 0, minutes < 60, rest.isEmpty
    else { return nil }
    let span = Int64(hours * 60 + minutes)
    return .minutes(sign == dash ? -span : span)
  }

  private static func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= count, let value = number(rest.prefix(count)) else { return nil }
    rest.removeFirst(count)
    return value
  }

  private static func takeByte(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func pad(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
