public import AmendsPolicy

/// A draft whose verdict and rules a person has decided.
public struct LabelledDraft: Equatable, Sendable {
  /// Its name in its corpus.
  public var id: String
  /// The draft.
  public var draft: String
  /// The case, with the customer's language.
  public var context: DraftContext
  /// The right verdict in the default profile.
  public var verdict: Verdict
  /// The rules that it breaks.
  public var rules: [RuleID]
  /// Words that a reader would underline, each with the rule that they break.
  public var evidence: [Evidence]
  /// Whether its spelling hides the telling words.
  public var isDisguised: Bool

  /// Words of the draft and the rule that they break.
  public struct Evidence: Equatable, Sendable {
    /// The words, as they stand in the draft.
    public var words: String
    /// The rule.
    public var rule: RuleID

    /// Makes a piece of evidence.
    public init(words: String, rule: RuleID) {
      self.words = words
      self.rule = rule
    }
  }

  /// Makes a labelled draft.
  public init(
    id: String, draft: String, context: DraftContext, verdict: Verdict, rules: [RuleID],
    evidence: [Evidence] = [], isDisguised: Bool = false
  ) {
    self.id = id
    self.draft = draft
    self.context = context
    self.verdict = verdict
    self.rules = rules
    self.evidence = evidence
    self.isDisguised = isDisguised
  }
}
