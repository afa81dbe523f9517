public import AmendsPolicy

/// Rules and second reader, each trained without the drafts that they judge.
public struct JointTrial: Sendable {
  /// The drafts with what both make of them.
  public let drafts: [ScoredDraft]
  private let policies: [WordingPolicy]
  private let folds: [Int]

  /// How many times the weights of signs are fitted anew.
  public static let foldCount = 5

  /// Has the rules judge every draft by signs that were fitted on other folds.
  ///
  /// - Parameters:
  ///   - packs: The packs, whose own weights of signs are set aside.
  ///   - drafts: The drafts, each with what a reader that has not seen it makes of it.
  ///   - progress: Called before each fold with its number from 1 and how many there are.
  /// - Throws: `PackError` where a pack is at fault.
  public init(
    _ packs: [RulePack], drafts: [(draft: LabelledDraft, opinion: ReaderOpinion)],
    progress: (Int, Int) -> Void
  ) throws(PackError) {
    let clusters = DraftClusters.numbers(of: drafts.map(\.draft))
    folds = clusters.map { $0 % Self.foldCount }
    var policies: [WordingPolicy] = []
    for fold in 0..<Self.foldCount {
      progress(fold + 1, Self.foldCount)
      let kept = drafts.indices.filter { clusters[$0] % Self.foldCount != fold }
      policies.append(try CrossValidation.weighed(packs, on: kept.map { drafts[$0].draft }).policy)
    }
    self.policies = policies
    var scored: [ScoredDraft] = []
    for (index, entry) in drafts.enumerated() {
      scored.append(Self.scored(entry.draft, entry.opinion, policies[folds[index]]))
    }
    self.drafts = scored
  }

  /// A draft with what a policy and a reader make of it.
  public static func scored(
    _ draft: LabelledDraft, _ opinion: ReaderOpinion, _ policy: WordingPolicy
  ) -> ScoredDraft {
    ScoredDraft(
      draft: draft, rules: policy.check(draft.draft, in: draft.context),
      margins: policy.reading(of: draft.draft, in: draft.context)?.margins ?? [:],
      opinion: opinion)
  }

  /// What rules and reader together make of the drafts.
  public func evaluation(_ weights: JointWeights, mode: ReaderMode = .on) -> Evaluation {
    var evaluation = Evaluation()
    for (index, entry) in drafts.enumerated() {
      evaluation.add(
        entry.draft, Self.report(entry, policies[folds[index]], weights, mode))
    }
    return evaluation
  }

  /// What rules and reader together make of one draft.
  public static func report(
    _ entry: ScoredDraft, _ policy: WordingPolicy, _ weights: JointWeights, _ mode: ReaderMode
  ) -> DraftReport {
    let draft = entry.draft
    return policy.check(
      draft.draft, in: draft.context,
      second: SecondOpinion(
        cases: policy.readerCases(of: draft.draft, in: draft.context), opinion: entry.opinion,
        weights: weights, mode: mode))
  }

  /// What the rules alone make of them.
  public var rulesAlone: Evaluation {
    var evaluation = Evaluation()
    for entry in drafts { evaluation.add(entry.draft, entry.rules) }
    return evaluation
  }
}
