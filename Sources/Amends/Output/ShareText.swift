import PolicyProof

/// Shares as text in columns.
enum ShareText {
  /// A share with its count and the interval in which the true one lies, in percent.
  static func words(_ share: Share) -> String {
    guard let value = share.value else { return "–" }
    let interval = share.interval
    return leading(percent(value), 6) + leading("  \(share.count)/\(share.total)", 11)
      + "  \(percent(interval.lowerBound))–\(percent(interval.upperBound)) %"
  }

  /// A text with blanks behind it up to a width, at least one.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
