/// Times of day as forms and prompts take them.
public enum TypedClock {
  /// The minute of the day that a text such as `9:30` means.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - allowsHour: Whether an hour alone will do, such as `9`.
  /// - Returns: The minute, 0 to 1439, or `nil` where the text is no time of day.
  public static func minute(_ text: String, allowsHour: Bool = false) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, (1...2).contains(first.count), let hour = Int(first),
      (0..<24).contains(hour)
    else { return nil }
    if parts.count == 1 { return allowsHour ? hour * 60 : nil }
    guard parts.count == 2, parts[1].count == 2, let minute = Int(parts[1]),
      (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
