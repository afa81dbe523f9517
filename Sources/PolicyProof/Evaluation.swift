public import AmendsPolicy

/// What a policy makes of labelled drafts: per language, per rule and per verdict.
public struct Evaluation: Equatable, Sendable {
  /// What was counted for one set of drafts.
  public struct Score: Equatable, Sendable {
    /// Drafts that must be blocked and are.
    public var blocked = Share()
    /// Of these, drafts whose spelling is disguised.
    public var blockedDisguised = Share()
    /// Drafts that must be blocked and get `pass`.
    public var unsafePasses = Share()
    /// Drafts that break no rule and are blocked.
    public var falseBlocks = Share()
    /// Drafts that break no rule and get any finding.
    public var falseFindings = Share()
    /// Drafts that deserve a warning and are blocked.
    public var blockedWarnings = Share()
    /// Drafts that get the right verdict.
    public var rightVerdicts = Share()
    /// Rightly blocked drafts of which a labelled rule is found, luring as one family.
    public var rightRules = Share()
    /// For each rule, luring as one family, the drafts that break it and are found out.
    public var recall: [RuleID: Share] = [:]
    /// For each rule, luring as one family, the drafts of which it is found and that break it.
    public var precision: [RuleID: Share] = [:]

    /// Makes an empty score.
    public init() {}
  }

  /// All drafts.
  public private(set) var all = Score()
  /// The drafts of each language.
  public private(set) var byLanguage: [String: Score] = [:]

  /// Makes an empty evaluation.
  public init() {}

  /// Counts one draft and what a policy made of it.
  public mutating func add(_ draft: LabelledDraft, _ report: DraftReport) {
    let found = report.findings.map(\.rule)
    all.add(draft, report.verdict, found)
    byLanguage[draft.context.language ?? "?", default: Score()].add(draft, report.verdict, found)
  }

  /// A rule's family: the two rules of luring are one.
  public static func family(of rule: RuleID) -> RuleID {
    rule.rawValue.hasPrefix("lure.") ? "lure" : rule
  }
}

extension Evaluation.Score {
  mutating func add(_ draft: LabelledDraft, _ verdict: Verdict, _ found: [RuleID]) {
    rightVerdicts.add(verdict == draft.verdict)
    let labelled = Set(draft.rules.map(Evaluation.family))
    let found = Set(found.map(Evaluation.family))
    switch draft.verdict {
    case .block:
      blocked.add(verdict == .block)
      if draft.isDisguised { blockedDisguised.add(verdict == .block) }
      unsafePasses.add(verdict == .pass)
      if verdict == .block { rightRules.add(!labelled.isDisjoint(with: found)) }
    case .warn: blockedWarnings.add(verdict == .block)
    case .pass:
      falseBlocks.add(verdict == .block)
      falseFindings.add(!found.isEmpty)
    }
    for rule in labelled { recall[rule, default: Share()].add(found.contains(rule)) }
    for rule in found { precision[rule, default: Share()].add(labelled.contains(rule)) }
  }
}
