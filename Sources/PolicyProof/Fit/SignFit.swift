public import AmendsPolicy

/// Weights of weak signs, fitted on labelled drafts of all languages at once.
///
/// Concepts and constructions are features of every language, short phrases of their own language only. Thresholds
/// are chosen on drafts that the weights were not fitted on.
public struct SignFit {
  /// What is fitted, and how strictly.
  public struct Plan: Sendable {
    /// The rule that applies when the signs suffice.
    public var rule: RuleID
    /// The rules whose drafts count as positive.
    public var positives: [RuleID]
    /// The share of innocent drafts that may be found, out of fold.
    public var falseShare: Double
    /// Concepts in whose presence the signs are not weighed.
    public var vetoes: [String]

    /// Makes a plan.
    public init(
      rule: RuleID, positives: [RuleID], falseShare: Double, vetoes: [String] = []
    ) {
      self.rule = rule
      self.positives = positives
      self.falseShare = falseShare
      self.vetoes = vetoes
    }
  }

  /// Log odds that no draft reaches.
  private static let never = 50.0

  /// How many folds thresholds are chosen by.
  public static let folds = 5

  private let drafts: [LabelledDraft]
  private let readings: [DraftReading]
  private let clusters: [Int]
  private let table: FeatureTable

  /// Prepares a fit on drafts and what the analysis sees in them.
  public init(_ drafts: [(draft: LabelledDraft, reading: DraftReading)]) {
    self.drafts = drafts.map(\.draft)
    readings = drafts.map(\.reading)
    clusters = DraftClusters.numbers(of: self.drafts)
    table = FeatureTable(zip(self.drafts, readings))
  }

  /// The evidence of one language for a plan; the others' phrases are left out.
  public func evidence(_ plan: Plan) -> [String: Evidence] {
    let whole = fit(plan, on: Array(drafts.indices))
    let threshold = threshold(plan)
    var evidence: [String: Evidence] = [:]
    for language in Set(readings.map(\.language)) {
      evidence[language] = table.evidence(
        whole, language: language, plan: plan, threshold: threshold)
    }
    return evidence
  }

  /// The log odds, out of fold, from which the share of innocent drafts found is no larger than planned.
  private func threshold(_ plan: Plan) -> Double {
    var harmless: [Double] = []
    for fold in 0..<Self.folds {
      let (held, kept) = split(fold)
      let part = fit(plan, on: kept)
      for index in held where drafts[index].verdict == .pass && !isVetoed(plan, index) {
        harmless.append(part.score(table.features[index]))
      }
    }
    harmless.sort(by: >)
    let allowed = Int(Double(harmless.count) * plan.falseShare)
    return allowed < harmless.count ? harmless[allowed] + 0.005 : Self.never
  }

  private func isVetoed(_ plan: Plan, _ index: Int) -> Bool {
    readings[index].concepts.contains { plan.vetoes.contains($0) }
  }

  private func split(_ fold: Int) -> (held: [Int], kept: [Int]) {
    var held: [Int] = []
    var kept: [Int] = []
    for index in drafts.indices {
      if clusters[index] % Self.folds == fold { held.append(index) } else { kept.append(index) }
    }
    return (held, kept)
  }

  private func fit(_ plan: Plan, on indices: [Int]) -> LogisticFit {
    LogisticFit(indices.map { example(plan, $0) }, penalties: table.penalties)
  }

  /// Drafts that break other rules only say little: they may look like anything.
  private func example(_ plan: Plan, _ index: Int) -> LogisticFit.Case {
    let isPositive = drafts[index].rules.contains { plan.positives.contains($0) }
    let isOther = !isPositive && drafts[index].verdict == .block
    return LogisticFit.Case(
      features: table.features[index], isPositive: isPositive, importance: isOther ? 0.3 : 1)
  }
}
