/// The one place where what the rules found and what a second reader makes of a draft become one verdict.
///
/// No finding ever disappears because of the reader. What detectors see blocks as ever. Weak signs and the reader's log
/// odds are weighed together: from one threshold on the draft is blocked, from a lower one on it gets a warning; below,
/// weak signs that would have blocked by themselves warn. Words that a rule blocks for block as well, unless the reader
/// contradicts with a certainty that it hardly ever has of a draft that must be blocked: then they warn, and a person
/// decides. In the strict profile, and where the reader may only warn, nothing that the rules found is weakened.
struct JointVerdict {
  private let weights: JointWeights
  private let profile: Profile
  private let mode: ReaderMode
  private let opinion: ReaderOpinion
  private let margins: [RuleID: Int]

  init(
    _ weights: JointWeights, _ profile: Profile, _ mode: ReaderMode, _ opinion: ReaderOpinion,
    _ margins: [RuleID: Int]
  ) {
    self.weights = weights
    self.profile = profile
    self.mode = mode
    self.opinion = opinion
    self.margins = margins
  }

  /// What the reader adds to the rules' findings.
  struct Suspicion {
    var rule: RuleID
    var severity: Severity
  }

  /// The log odds that the draft must be blocked.
  var blockScore: Double { weights.block.score(.block(opinion, margins)) }

  /// The rules' findings in the light of the reader.
  func weighed(_ findings: [Finding]) -> [Finding] {
    guard mode == .on, profile != .strict, blockScore < weights.blockFrom else {
      return findings
    }
    let isContradicted = Double(opinion[.block]) < weights.contradictedBelow
    return findings.map { finding in
      guard finding.origin == .signs || (finding.origin == .rule && isContradicted) else {
        return finding
      }
      var finding = finding
      finding.severity = .warn
      return finding
    }
  }

  /// What the reader suspects beyond the findings, blocks first.
  ///
  /// - Parameters:
  ///   - findings: What the rules found.
  ///   - untold: Rules of which a suspicion is not told.
  /// - Returns: The suspicions.
  func suspicions(beside findings: [Finding], untold: Set<RuleID>) -> [Suspicion] {
    let isBlocked = findings.contains { $0.severity == .block }
    let suspected = isBlocked ? nil : blockSuspicion(findings)
    let block = suspected.flatMap { untold.contains($0.rule) ? nil : $0 }
    let known = Set(findings.map(\.rule) + [block?.rule].compactMap(\.self))
    let isLure = known.contains { $0.rawValue.hasPrefix("lure.") }
    let warnings = weights.warnings.filter { warning in
      !known.contains(warning.rule) && !untold.contains(warning.rule)
        && !(isLure && warning.rule == "ask.removal")
        && warning.sum.score(.warning(warning.rule, opinion, margins)) >= warning.threshold
    }
    return [block].compactMap(\.self)
      + warnings.map { Suspicion(rule: $0.rule, severity: .warn) }
  }

  private func blockSuspicion(_ findings: [Finding]) -> Suspicion? {
    let score = blockScore
    let from = profile == .strict ? weights.strictBlockFrom : weights.blockFrom
    let severity: Severity = score >= from && mode == .on ? .block : .warn
    guard score >= min(from, weights.warnFrom) else { return nil }
    let rule = suspected
    guard severity == .block || !findings.contains(where: { $0.rule == rule }) else { return nil }
    return Suspicion(rule: rule, severity: severity)
  }

  /// The rule that blocks and that the reader thinks likeliest.
  private var suspected: RuleID {
    let likeliest = JointWeights.Features.blocking.max { opinion[$0] < opinion[$1] }
    return likeliest?.rule ?? "lure.implied"
  }
}
