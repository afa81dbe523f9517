/// What a review's text says of its cause.
public struct CauseSuggestion: Equatable, Sendable {
  /// How much a suggestion is worth.
  public enum Confidence: String, CaseIterable, Sendable {
    /// The words name a trouble plainly.
    case suggested
    /// Only hints were found: to be read before it is believed.
    case weak
    /// Nothing speaks for any cause.
    case none
  }

  /// The causes that something speaks for, the likeliest first.
  public var ranked: [RankedCause]
  /// How much the first of them is worth.
  public var confidence: Confidence
  /// The language that the review was read in, as a primary subtag; nil where none that is understood.
  public var language: String?

  /// Makes a suggestion.
  public init(ranked: [RankedCause], confidence: Confidence, language: String?) {
    self.ranked = ranked
    self.confidence = confidence
    self.language = language
  }

  /// The suggestion for a review that nothing is known of.
  public static let none = CauseSuggestion(ranked: [], confidence: .none, language: nil)

  /// The cause that is suggested; nil where only hints, or nothing, were found.
  public var cause: Cause? { confidence == .suggested ? ranked.first?.cause : nil }
}

/// A cause with what speaks for it.
public struct RankedCause: Equatable, Sendable {
  /// The cause.
  public var cause: Cause
  /// How much speaks for it, to be compared with others of the same review only.
  public var weight: Int
  /// The words that do: UTF-8 byte offsets of the complaint, sorted and apart.
  public var ranges: [Range<Int>]

  /// Makes a ranked cause.
  public init(_ cause: Cause, weight: Int, ranges: [Range<Int>]) {
    self.cause = cause
    self.weight = weight
    self.ranges = ranges
  }
}
