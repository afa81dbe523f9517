/// A set of phrases that mean the same to a rule.
///
/// Phrases are words with finite choices in braces: `review{,s}` is two phrases. `…` between two words stands for up
/// to three words of any kind.
public struct Concept: Equatable, Sendable {
  /// The name that rules use, in capitals.
  public var name: String
  /// The phrases.
  public var match: [String]
  /// Phrases that hide a match of this concept inside them: other senses of its words.
  public var mask: [String]
  /// Whether disguised and misspelt forms of its words count.
  public var isCritical: Bool
  /// Where it is defined.
  public var origin: Origin

  /// Makes a concept.
  public init(
    name: String, match: [String], mask: [String] = [], isCritical: Bool = false, origin: Origin
  ) {
    self.name = name
    self.match = match
    self.mask = mask
    self.isCritical = isCritical
    self.origin = origin
  }
}

/// A word that is read as one or more others, such as `don't` as `do not`.
public struct Spelling: Equatable, Sendable {
  /// The word as written.
  public var word: String
  /// The words that it stands for.
  public var reading: String
  /// Where it is defined.
  public var origin: Origin

  /// Makes a spelling.
  public init(word: String, reading: String, origin: Origin) {
    self.word = word
    self.reading = reading
    self.origin = origin
  }
}
