public import AmendsPolicy

/// Spans as filters and forms take them.
public enum TypedSpan {
  /// A span such as `45m`, `12h`, `7d` or `2w`.
  ///
  /// - Returns: The span, or `nil` where the text is none.
  public static func read(_ text: some StringProtocol) -> Span? {
    guard let unit = text.last, let count = Int64(text.dropLast()), (0...100_000).contains(count)
    else { return nil }
    switch unit {
    case "m": return .minutes(count)
    case "h": return .hours(count)
    case "d": return .days(count)
    case "w": return .days(7 * count)
    default: return nil
    }
  }
}
