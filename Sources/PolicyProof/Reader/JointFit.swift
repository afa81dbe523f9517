public import AmendsPolicy

/// How rules and a second reader are weighed together, fitted on drafts that neither was trained on.
public struct JointFit: Sendable {
  /// Of the innocent drafts, the share that may be blocked, by whatever blocks.
  public static let falseBlocks = 0.016
  /// The same in the strict profile.
  public static let strictFalseBlocks = 0.04
  /// The share that may get a warning because the reader is not sure enough to block.
  public static let falseDoubts = 0.018
  /// The share that each rule that warns may be told of.
  public static let falseWarnings = 0.01
  /// Of the drafts that a rule's words rightly block, the share that the reader may contradict at most.
  public static let falselyContradicted = 0.03
  /// Of the drafts beyond the threshold, the share that must not be innocent.
  public static let leastPrecision = 0.98

  /// The rules that the reader may tell as a warning.
  public static let warningRules: [RuleID] = [
    "ask.removal", "empty.acknowledgement", "no.remedy", "format",
  ]

  private let fitted: [ScoredDraft]
  /// The drafts that thresholds are chosen on.
  private let drafts: [ScoredDraft]
  private let innocent: [ScoredDraft]

  /// Prepares a fit.
  ///
  /// - Parameters:
  ///   - drafts: Drafts scored by trainings that have not seen them.
  ///   - unseen: Drafts scored by the shipped reader, which has not seen them either: it is the mean of several
  ///     trainings, and less extreme than each. Where there are any, thresholds are chosen on them.
  public init(_ drafts: [ScoredDraft], unseen: [ScoredDraft] = []) {
    fitted = drafts
    self.drafts = unseen.isEmpty ? drafts : unseen
    innocent = self.drafts.filter { $0.draft.verdict == .pass }
  }

  /// The weights for the training whose adapter has this SHA-256.
  public func weights(adapter: String) -> JointWeights {
    weights(
      adapter: adapter, blockSum(), Self.warningRules.map { ($0, warningSum($0)) })
  }

  /// Weights with their sums as they are, and thresholds chosen anew.
  public func renewed(_ weights: JointWeights) -> JointWeights {
    self.weights(
      adapter: weights.adapter, weights.block, weights.warnings.map { ($0.rule, $0.sum) })
  }

  /// Chooses the thresholds for sums.
  private func weights(
    adapter: String,
    _ sum: JointWeights.Sum,
    _ warningSums: [(rule: RuleID, sum: JointWeights.Sum)]
  ) -> JointWeights {
    let cut = cut(by: sum)
    let open = cut.open.map(\.score)
    return JointWeights(
      adapter: adapter, block: sum, blockFrom: cut.blockFrom,
      strictBlockFrom: min(
        cut.blockFrom, threshold(open, most: share(Self.strictFalseBlocks) - cut.outright)),
      warnFrom: threshold(
        open.filter { $0 < cut.blockFrom }, most: share(Self.falseDoubts)),
      contradictedBelow: cut.contradictedBelow,
      warnings: warningSums.map(warning))
  }

  /// Where drafts are blocked, by the words of rules and by a sum.
  private struct Cut {
    var contradictedBelow: Double
    var blockFrom: Double
    /// How many innocent drafts words and detectors block.
    var outright: Int
    /// How many innocent drafts are blocked.
    var wronged: Int
    /// The innocent drafts that are left to the sum.
    var open: [(draft: ScoredDraft, score: Double)]
    /// How many drafts are rightly blocked.
    var found: Int

    func isBetter(than other: Cut) -> Bool {
      (found, -wronged) > (other.found, -other.wronged)
    }
  }

  /// The cut that finds the most for the innocent drafts that may be blocked.
  ///
  /// The more the reader may contradict words, the fewer innocent drafts they block, and the lower the sum may reach.
  private func cut(by sum: JointWeights.Sum) -> Cut {
    let scored = drafts.map { (draft: $0, score: sum.score(.block($0.opinion, $0.margins))) }
    let precise = preciseThreshold(scored)
    let cuts = contradictions.map { cut(scored, contradictedBelow: $0, precise) }
    return cuts.dropFirst().reduce(cuts[0]) { $1.isBetter(than: $0) ? $1 : $0 }
  }

  private func cut(
    _ scored: [(draft: ScoredDraft, score: Double)],
    contradictedBelow: Double,
    _ precise: Double
  ) -> Cut {
    let isOutright = { (draft: ScoredDraft) in
      draft.isBlockedOutright(contradictedBelow: contradictedBelow)
    }
    let open = scored.filter { $0.draft.draft.verdict == .pass && !isOutright($0.draft) }
    let outright = innocent.count - open.count
    let blockFrom = max(
      threshold(open.map(\.score), most: share(Self.falseBlocks) - outright), precise)
    let found = scored.count { entry in
      entry.draft.draft.verdict == .block && (entry.score >= blockFrom || isOutright(entry.draft))
    }
    return Cut(
      contradictedBelow: contradictedBelow, blockFrom: blockFrom, outright: outright,
      wronged: outright + open.count { $0.score >= blockFrom }, open: open, found: found)
  }

  /// The log odds of the reader below which it may contradict the words of a rule, the lowest first: hardly any draft
  /// lies there that must be blocked and that words block.
  ///
  /// Chosen where the thresholds are: words mislead most in drafts that nobody had seen who wrote the rules.
  private var contradictions: [Double] {
    let bad = drafts.filter { $0.draft.verdict == .block && $0.isBlockedByWords }
      .map { Double($0.opinion[.block]) }.sorted()
    let most = Int(Double(bad.count) * Self.falselyContradicted)
    return [-100] + bad.prefix(most + 1).map { $0 - 0.01 }
  }

  private func share(_ share: Double) -> Int { max(0, Int(Double(innocent.count) * share)) }

  /// The lowest threshold that no more than so many scores reach.
  private func threshold(_ scores: [Double], most: Int) -> Double {
    let sorted = scores.sorted(by: >)
    guard most < sorted.count else { return (sorted.last ?? 0) - 0.01 }
    return sorted[max(0, most)] + 0.01
  }

  /// The lowest threshold beyond which the reader is right often enough, whatever the rules say.
  private func preciseThreshold(_ scored: [(draft: ScoredDraft, score: Double)]) -> Double {
    let open = scored.filter { $0.draft.draft.verdict != .warn }
      .map { (score: $0.score, isInnocent: $0.draft.draft.verdict == .pass) }
      .sorted { $0.score > $1.score }
    var wrong = 0
    var best = (open.first?.score ?? 0) + 0.01
    for (index, entry) in open.enumerated() {
      if entry.isInnocent { wrong += 1 }
      let isLastOfItsScore = index + 1 == open.count || open[index + 1].score < entry.score
      if isLastOfItsScore, Double(wrong) <= (1 - Self.leastPrecision) * Double(index + 1) {
        best = entry.score
      }
    }
    return best
  }

  /// Drafts that deserve a warning count half: they may well look like either.
  private func blockSum() -> JointWeights.Sum {
    sum(
      fitted.map { draft in
        (
          .block(draft.opinion, draft.margins), draft.draft.verdict == .block,
          draft.draft.verdict == .warn ? 0.5 : 1
        )
      })
  }

  private func warningSum(_ rule: RuleID) -> JointWeights.Sum {
    sum(
      fitted.map { draft in
        (.warning(rule, draft.opinion, draft.margins), draft.draft.rules.contains(rule), 1)
      })
  }

  private func warning(_ rule: RuleID, _ sum: JointWeights.Sum) -> JointWeights.Warning {
    let scores = innocent.map { sum.score(.warning(rule, $0.opinion, $0.margins)) }
    let likely = 0.0
    return JointWeights.Warning(
      rule: rule, sum: sum,
      threshold: max(likely, threshold(scores, most: share(Self.falseWarnings))))
  }

  private func sum(
    _ rows: [(features: JointWeights.Features, isPositive: Bool, importance: Double)]
  ) -> JointWeights.Sum {
    let fit = SmallFit(
      rows.map {
        ([$0.features.reader, $0.features.rules, $0.features.signs], $0.isPositive, $0.importance)
      })
    return JointWeights.Sum(
      base: fit.weights[3], reader: fit.weights[0], rules: fit.weights[1], signs: fit.weights[2])
  }
}
