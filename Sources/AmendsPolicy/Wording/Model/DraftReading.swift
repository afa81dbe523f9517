/// What an analysis sees in a draft before any rule judges it: what weights are fitted on.
public struct DraftReading: Equatable, Sendable {
  /// The language whose packs read the draft, as a primary subtag.
  public var language: String
  /// The concepts and constructions that stand in it, by name.
  public var concepts: [String]
  /// Its words as phrases write them, by sentence: folded, numbers as `#`, currency signs as `¤`.
  public var sentences: [[String]]

  /// The weak signs that it has, each where it stands first, with what it says for its rule.
  public var signs: [Sign]

  /// Makes a reading.
  public init(
    language: String, concepts: [String], sentences: [[String]], signs: [Sign]
  ) {
    self.language = language
    self.concepts = concepts
    self.sentences = sentences
    self.signs = signs
  }
}
