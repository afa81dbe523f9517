/// One file of rules and words for one language, as read and not yet compiled.
///
/// The packs of one language share their concepts, so a language may be spread over several files.
public struct RulePack: Equatable, Sendable {
  /// The pack's name, unique among the packs of a policy.
  public var id: String
  /// The language as a primary subtag; `any` where the pack serves every language.
  public var language: String
  /// Sources that rules cite by id.
  public var sources: [String: PolicySource]
  /// Words that are read as other words: contractions, chat spellings, misspellings.
  public var spellings: [Spelling]
  /// Ordinary words that a typo of a critical word must not be taken for.
  public var ordinary: [String]
  /// Words that say nothing about a complaint's subject.
  public var stopWords: [String]
  /// Phrases inside which nothing is found: names and terms of one's own.
  public var allowed: [String]
  /// Groups of words that name the same trouble.
  public var synonyms: [[String]]
  /// Names that stand for several concepts in slots and guards.
  public var groups: [ConceptGroup]
  /// Sets of phrases.
  public var concepts: [Concept]
  /// Concepts made of other concepts, in the order in which they are looked for.
  public var constructions: [Construction]
  /// The rules.
  public var rules: [Rule]
  /// Weak signs for rules, which may be another pack's of the same language.
  public var evidence: [Evidence]
  /// What this language adds to rules that serve every language.
  public var localRules: [LocalRule]
  /// Texts that document concepts.
  public var conceptExamples: [ConceptExample]

  /// The language of packs that serve every language.
  public static let anyLanguage = "any"

  /// Makes an empty pack of a language.
  public init(id: String, language: String) {
    self.id = id
    self.language = language
    self.sources = [:]
    self.spellings = []
    self.ordinary = []
    self.stopWords = []
    self.allowed = []
    self.synonyms = []
    self.groups = []
    self.concepts = []
    self.constructions = []
    self.rules = []
    self.evidence = []
    self.localRules = []
    self.conceptExamples = []
  }
}
