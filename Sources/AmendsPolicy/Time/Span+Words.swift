extension Span {
  /// The span in words of two units at most, rounded up to the minute, such as `2 d 3 h` or `45 min`.
  public var inWords: String {
    let minutes = max(0, milliseconds / 60_000 + (milliseconds % 60_000 > 0 ? 1 : 0))
    let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60)
    if days >= 7 { return "\(days) d" }
    if rest == 0, (60...96 * 60).contains(minutes) { return "\(minutes / 60) h" }
    if days > 0 { return hours == 0 ? "\(days) d" : "\(days) d \(hours) h" }
    return hours > 0 ? "\(hours) h \(rest) min" : "\(rest) min"
  }
}

extension QuietHours {
  /// The hours in words, such as `21-08` or `21:30-08`.
  public var inWords: String { "\(Self.clock(from))-\(Self.clock(to))" }

  private static func clock(_ minute: Int) -> String {
    let hour = minute / 60 < 10 ? "0\(minute / 60)" : "\(minute / 60)"
    let rest = minute % 60
    return rest == 0 ? hour : "\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
