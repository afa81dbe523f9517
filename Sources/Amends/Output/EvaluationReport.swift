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
    output.line("  " + padded(label, 32) + text(share))
  }

  private func rules(_ output: inout StandardOutput) {
    output.line(padded("rule", 26) + padded("recall", 32) + "precision")
    let score = evaluation.all
    for rule in Set(score.recall.keys).union(score.precision.keys).sorted() {
      let recall = text(score.recall[rule] ?? Share())
      output.line(
        padded(rule.rawValue, 26) + padded(recall, 32) + text(score.precision[rule] ?? Share()))
    }
  }

  private func text(_ share: Share) -> String {
    guard let value = share.value else { return "–" }
    let interval = share.interval
    return leading(percent(value), 6) + leading("  \(share.count)/\(share.total)", 11)
      + "  \(percent(interval.lowerBound))–\(percent(interval.upperBound)) %"
  }

  private func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
