public import AmendsPolicy

/// What packs make of drafts that their weights were not fitted on: the weights are fitted anew for every fold.
public struct CrossValidation {
  private let packs: [RulePack]
  private let drafts: [LabelledDraft]

  /// Prepares a validation of packs, whose own weights are set aside.
  public init(_ packs: [RulePack], drafts: [LabelledDraft]) {
    self.packs = packs.map(Self.withoutEvidence)
    self.drafts = drafts
  }

  /// Judges every draft once, by weights fitted on the folds that it is not in.
  ///
  /// - Parameters:
  ///   - folds: How many parts the drafts are cut into.
  ///   - progress: Called before each fold with its number from 1 and how many there are.
  /// - Returns: What came out.
  /// - Throws: `PackError` where a pack is at fault.
  public func run(folds: Int, progress: (Int, Int) -> Void) throws(PackError) -> Evaluation {
    let clusters = DraftClusters.numbers(of: drafts)
    var evaluation = Evaluation()
    for fold in 0..<folds {
      progress(fold + 1, folds)
      let kept = drafts.indices.filter { clusters[$0] % folds != fold }.map { drafts[$0] }
      let policy = try Self.weighed(packs, on: kept).policy
      for index in drafts.indices where clusters[index] % folds == fold {
        let draft = drafts[index]
        evaluation.add(draft, policy.check(draft.draft, in: draft.context))
      }
    }
    return evaluation
  }

  /// Fits the weights of packs on drafts.
  ///
  /// - Returns: The packs of weights, one for each language, and a policy with them.
  /// - Throws: `PackError` where a pack is at fault.
  public static func weighed(
    _ packs: [RulePack], on drafts: [LabelledDraft]
  ) throws(PackError) -> (signs: [RulePack], policy: WordingPolicy) {
    let bare = packs.map(withoutEvidence)
    let policy = try WordingPolicy(packs: bare)
    let fit = SignFit(
      drafts.compactMap { draft in
        policy.reading(of: draft.draft, in: draft.context).map { (draft, $0) }
      })
    var signs: [String: RulePack] = [:]
    for plan in SignFit.Plan.all {
      for (language, evidence) in fit.evidence(plan) {
        var pack = signs[language] ?? RulePack(id: "signs.\(language)", language: language)
        pack.evidence.append(evidence)
        signs[language] = pack
      }
    }
    let packs = signs.sorted { $0.key < $1.key }.map(\.value)
    return (packs, try WordingPolicy(packs: bare + packs))
  }

  private static func withoutEvidence(_ pack: RulePack) -> RulePack {
    var pack = pack
    pack.evidence = []
    return pack
  }
}
