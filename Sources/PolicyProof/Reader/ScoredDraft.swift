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

  /// Whether a detector blocks it, or words that a rule spells out and a reader does not contradict.
  func isBlockedOutright(contradictedBelow logit: Double) -> Bool {
    rules.findings.contains { finding in
      guard finding.severity == .block else { return false }
      switch finding.origin {
      case .form, .reading: return true
      case .rule: return Double(opinion[.block]) >= logit
      case .signs: return false
      }
    }
  }

  /// Whether words that a rule spells out, and nothing that a detector sees, block it.
  var isBlockedByWords: Bool {
    let blocks = rules.findings.filter { $0.severity == .block }.map(\.origin)
    return blocks.contains(.rule) && !blocks.contains(.form)
  }
}
