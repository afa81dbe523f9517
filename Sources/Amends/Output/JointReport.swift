import AmendsPolicy
import PolicyProof

/// Rules alone, reader alone, and both, side by side, for people to read.
struct JointReport {
  private static let falseShares = [0.01, 0.02, 0.05]
  private static let curve = [0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.2]

  private let drafts: [ScoredDraft]
  private let rules: Evaluation
  private let both: Evaluation
  private let weights: JointWeights

  init(_ drafts: [ScoredDraft], rules: Evaluation, both: Evaluation, weights: JointWeights) {
    self.drafts = drafts
    self.rules = rules
    self.both = both
    self.weights = weights
  }

  /// Writes the tables: verdicts per language, how well the scores separate, and the curve.
  func write(to output: inout StandardOutput) {
    verdicts("all", rules.all, both.all, &output)
    for language in languages {
      verdicts(
        language, rules.byLanguage[language] ?? .init(), both.byLanguage[language] ?? .init(),
        &output)
    }
    separations(&output)
    curves(&output)
  }

  private var languages: [String] {
    Set(drafts.compactMap(\.draft.context.language)).sorted()
  }

  private func verdicts(
    _ name: String, _ rules: Evaluation.Score, _ both: Evaluation.Score,
    _ output: inout StandardOutput
  ) {
    output.line(
      ShareText.padded(name, 34) + ShareText.padded("rules alone", 33) + "rules and reader")
    let rows: [(String, KeyPath<Evaluation.Score, Share>)] = [
      ("must be blocked, is blocked", \.blocked), ("  of these in disguise", \.blockedDisguised),
      ("must be blocked, passes", \.unsafePasses), ("innocent, is blocked", \.falseBlocks),
      ("innocent, has a finding", \.falseFindings),
      ("deserves a warning, is blocked", \.blockedWarnings), ("right verdict", \.rightVerdicts),
      ("blocked for a right reason", \.rightRules),
    ]
    for (label, path) in rows where rules[keyPath: path].total + both[keyPath: path].total > 0 {
      output.line(
        "  " + ShareText.padded(label, 32)
          + ShareText.padded(ShareText.words(rules[keyPath: path]), 33)
          + ShareText.words(both[keyPath: path]))
    }
    output.line()
  }

  private func separations(_ output: inout StandardOutput) {
    let heads = Self.falseShares.map { ShareText.padded("at \(Int($0 * 100)) % false", 31) }
    output.line(
      ShareText.padded("score", 22) + ShareText.padded("area", 8) + heads.joined())
    for language in ["all"] + languages {
      row("\(language), reader", separation(language) { Double($0.opinion[.block]) }, &output)
      row("\(language), both", separation(language, joint), &output)
    }
    output.line()
  }

  private func row(_ name: String, _ separation: Separation, _ output: inout StandardOutput) {
    let found = Self.falseShares.map {
      ShareText.padded(ShareText.words(separation.found(atFalse: $0)), 31)
    }
    let area = "\((separation.area * 1000).rounded() / 1000)"
    output.line(ShareText.padded(name, 22) + ShareText.padded(area, 8) + found.joined())
  }

  private func joint(_ draft: ScoredDraft) -> Double {
    weights.block.score(.block(draft.opinion, draft.margins))
  }

  private func separation(
    _ language: String, _ score: (ScoredDraft) -> Double
  ) -> Separation {
    let chosen = drafts.filter { language == "all" || $0.draft.context.language == language }
    return Separation(
      bad: chosen.filter { $0.draft.verdict == .block }.map(score),
      innocent: chosen.filter { $0.draft.verdict == .pass }.map(score))
  }

  /// What is found at which price, as a picture in text.
  private func curves(_ output: inout StandardOutput) {
    let reader = separation("all") { Double($0.opinion[.block]) }
    let both = separation("all", joint)
    output.line("innocent blocked   reader alone                both")
    for share in Self.curve {
      let bars = [reader, both].map { separation in
        let found = separation.found(atFalse: share).value ?? 0
        let bar = String(repeating: "#", count: Int(found * 20))
        return ShareText.padded("\(Int((found * 100).rounded())) %", 6) + ShareText.padded(bar, 22)
      }
      output.line(ShareText.padded("\((share * 1000).rounded() / 10) %", 19) + bars.joined())
    }
  }
}
