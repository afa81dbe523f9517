/// The stable name of a rule, such as `lure.conditional`.
public struct RuleID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The dotted name.
  public let rawValue: String

  /// Wraps a dotted name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Wraps a dotted name written in code.
  public init(stringLiteral value: String) {
    self.rawValue = value
  }

  /// The dotted name.
  public var description: String { rawValue }

  /// Orders by name.
  public static func < (left: RuleID, right: RuleID) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension RuleID {
  /// Raised where no pack covers the draft's language.
  public static let languageUnchecked: RuleID = "language.unchecked"
  /// Raised where a draft repeats itself so often that it was not read to its end.
  public static let textRepetitive: RuleID = "text.repetitive"
  /// Raised where the second reader did not finish in time.
  public static let readingMissing: RuleID = "reading.missing"
  /// Raised where a draft is so long that the second reader read parts of it only.
  public static let readingSampled: RuleID = "reading.sampled"
  /// Raised where the draft's language is not the customer's.
  public static let languageMismatch: RuleID = "language.mismatch"
}
