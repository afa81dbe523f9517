public import AmendsPolicy

/// A labelled draft with what the rules and a second reader, neither of which was trained on it, make of it.
public struct ScoredDraft: Sendable {
  /// The draft.
  public var draft: LabelledDraft
  /// What the rules alone found.
  public var rules: DraftReport
  /// By how much the signs of each rule exceed what it asks of them, in hundredths of log odds.
  public var margins: [RuleID: Int]
  /// What the second reader makes of it.
  public var opinion: ReaderOpinion

  /// Makes a scored draft.
  public init(
    draft: LabelledDraft, rules: DraftReport, margins: [RuleID: Int], opinion: ReaderOpinion
  ) {
    self.draft = draft
    self.rules = rules
    self.margins = margins
    self.opinion = opinion
  }

  /// Whether a rule that is spelled out blocks it, whatever a reader says.
  var isBlockedOutright: Bool {
    rules.findings.contains { $0.severity == .block && $0.origin != .signs }
  }

  /// Whether weak signs, and nothing else, block it.
  var isBlockedBySigns: Bool { rules.verdict == .block && !isBlockedOutright }
}
