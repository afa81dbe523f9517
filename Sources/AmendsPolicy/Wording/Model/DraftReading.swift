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
  /// By how much the signs of a rule exceed what it asks of them, in hundredths of log odds; rules that ask for none
  /// are left out.
  public var margins: [RuleID: Int]

  /// Makes a reading.
  public init(
    language: String, concepts: [String], sentences: [[String]], signs: [Sign],
    margins: [RuleID: Int] = [:]
  ) {
    self.language = language
    self.concepts = concepts
    self.sentences = sentences
    self.signs = signs
    self.margins = margins
  }
}
