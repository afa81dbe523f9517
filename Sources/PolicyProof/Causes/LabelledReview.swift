public import AmendsPolicy

/// A review whose cause a person has decided by reading it.
public struct LabelledReview: Equatable, Sendable {
  /// Its name in its corpus.
  public var id: String
  /// Its language as a primary subtag.
  public var language: String
  /// Headline and text.
  public var complaint: String
  /// What is known besides.
  public var facts: ReviewFacts
  /// The causes that a careful reader could name first, the likeliest first; ``Cause/unknown`` where none is clear.
  public var causes: [Cause]

  /// Makes a labelled review.
  public init(
    id: String, language: String, complaint: String, facts: ReviewFacts = ReviewFacts(),
    causes: [Cause]
  ) {
    self.id = id
    self.language = language
    self.complaint = complaint
    self.facts = facts
    self.causes = causes
  }

  /// Whether the text names a cause at all.
  public var isClear: Bool { causes.first != .unknown }
}
