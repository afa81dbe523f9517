/// The words of one language by which a review is understood, as read and not yet compiled.
public struct ReviewPack: Equatable, Sendable {
  /// The language as a primary subtag.
  public var language: String
  /// Words that are read as other words, such as `don't` as `do not`.
  public var spellings: [Spelling]
  /// Words that turn a phrase behind them around, such as `never`.
  public var negations: [String]
  /// Words at which the reach of a negation ends, such as `but`.
  public var stops: [String]
  /// What phrases say.
  public var phrases: [ReviewPhrases]

  /// Makes a pack of a language.
  public init(
    language: String, spellings: [Spelling] = [], negations: [String] = [],
    stops: [String] = [], phrases: [ReviewPhrases] = []
  ) {
    self.language = language
    self.spellings = spellings
    self.negations = negations
    self.stops = stops
    self.phrases = phrases
  }
}

/// Phrases that say equally much for the same thing.
public struct ReviewPhrases: Equatable, Sendable {
  /// What they are about.
  public var subject: ReviewSubject
  /// How much each says: 1 is a hint, 2 is enough where nothing else is said, 3 is plain.
  public var weight: Int
  /// The phrases, with choices in braces as in rule packs.
  public var match: [String]
  /// Phrases that hide a match of this subject inside them: other senses of its words.
  public var mask: [String]
  /// Where they are defined.
  public var origin: Origin

  /// Makes a list of phrases.
  public init(
    _ subject: ReviewSubject, weight: Int = 1, match: [String], mask: [String] = [], origin: Origin
  ) {
    self.subject = subject
    self.weight = weight
    self.match = match
    self.mask = mask
    self.origin = origin
  }
}
