import AmendsPolicy
import PolicyProof

/// Shares with counts and intervals, for people to read.
struct EvaluationReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  /// Writes all languages together, then each, then each rule.
  func write(to output: inout StandardOutput) {
    section("all languages", evaluation.all, &output)
    let languages = evaluation.byLanguage.sorted { $0.key < $1.key }
    if languages.count > 1 {
      for (language, score) in languages { section(language, score, &output) }
    }
    rules(&output)
  }

  private func section(
    _ name: String, _ score: Evaluation.Score, _ output: inout StandardOutput
  ) {
    output.line(name)
    line("must be blocked, is blocked", score.blocked, &output)
    line("  of these in disguise", score.blockedDisguised, &output)
    line("must be blocked, passes", score.unsafePasses, &output)
    line("innocent, is blocked", score.falseBlocks, &output)
    line("innocent, has a finding", score.falseFindings, &output)
    line("deserves a warning, is blocked", score.blockedWarnings, &output)
    line("right verdict", score.rightVerdicts, &output)
    line("blocked for a right reason", score.rightRules, &output)
    output.line()
  }

  private func line(_ label: String, _ share: Share, _ output: inout StandardOutput) {
    guard share.total > 0 else { return }
    output.line("  " + ShareText.padded(label, 32) + ShareText.words(share))
  }

  private func rules(_ output: inout StandardOutput) {
    output.line(ShareText.padded("rule", 26) + ShareText.padded("recall", 32) + "precision")
    let score = evaluation.all
    for rule in Set(score.recall.keys).union(score.precision.keys).sorted() {
      let recall = ShareText.words(score.recall[rule] ?? Share())
      output.line(
        ShareText.padded(rule.rawValue, 26) + ShareText.padded(recall, 32)
          + ShareText.words(score.precision[rule] ?? Share()))
    }
  }
}
