/// Words that excuse a match when they stand in a certain place beside it.
public struct Guard: Equatable, Sendable {
  /// The place, relative to the match.
  public enum Place: String, CaseIterable, Sendable, BitwiseCopyable {
    /// Before the anchor, in the same sentence.
    case before
    /// After the anchor, in the same sentence.
    case after
    /// Between the first and the last word of the match.
    case inside
    /// In any sentence that the match touches.
    case sentence
    /// In the sentence before the match.
    case previous
    /// In the sentence after the match.
    case next
    /// Anywhere in the draft before the match.
    case earlier
    /// Anywhere in the draft.
    case message
  }

  /// A name, unique in its policy, that examples refer to.
  public var id: String
  /// The concepts, each of which is enough.
  public var concepts: [String]
  /// Where they must stand.
  public var place: Place
  /// The most words between the anchor and the excuse; nil for no limit.
  public var within: Int?
  /// The slot, from 0, that is the anchor; nil for the whole match.
  public var slot: Int?
  /// Concepts that end the excuse's reach when they stand in between, such as "but".
  public var stops: [String]
  /// What must hold of the case for the excuse to count.
  public var when: Condition
  /// Where it is defined.
  public var origin: Origin

  /// Makes a guard.
  public init(
    id: String,
    concepts: [String],
    place: Place,
    within: Int? = nil,
    slot: Int? = nil,
    stops: [String] = [],
    when: Condition = Condition(),
    origin: Origin
  ) {
    self.id = id
    self.concepts = concepts
    self.place = place
    self.within = within
    self.slot = slot
    self.stops = stops
    self.when = when
    self.origin = origin
  }
}
