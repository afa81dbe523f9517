import AmendsPolicy
import PolicyProof
import Screen

/// How well causes are suggested, for people to read.
struct CauseReport {
  private let trial: CauseTrial

  init(_ trial: CauseTrial) { self.trial = trial }

  /// Writes all languages together, then each, then each cause.
  func write(to output: inout StandardOutput) {
    section("all languages", trial.all, &output)
    for (language, score) in trial.byLanguage.sorted(by: { $0.key < $1.key }) {
      section(language, score, &output)
    }
    output.line(ShareText.padded("cause", 20) + "a right one is suggested")
    for cause in Cause.allCases {
      guard let share = trial.all.recall[cause] else { continue }
      output.line(ShareText.padded(cause.words, 20) + ShareText.words(share))
    }
  }

  private func section(_ name: String, _ score: CauseTrial.Score, _ output: inout StandardOutput) {
    output.line(name)
    line("suggestion is right", score.right, &output)
    line("  and the first that a reader names", score.first, &output)
    line("clear cause, none suggested", score.none, &output)
    line("no clear cause, one suggested", score.needless, &output)
    output.line()
  }

  private func line(_ label: String, _ share: Share, _ output: inout StandardOutput) {
    guard share.total > 0 else { return }
    output.line("  " + ShareText.padded(label, 37) + ShareText.words(share))
  }

  /// Writes a review for which no right cause was suggested, with what was seen in it; nothing where one was.
  static func write(
    _ review: LabelledReview, _ suggestion: CauseSuggestion, to output: inout StandardOutput
  ) {
    let isRight = suggestion.cause.map(review.causes.contains) ?? !review.isClear
    guard !isRight else { return }
    let labels = review.causes.map(\.rawValue).joined(separator: ", ")
    output.line(
      "\(SafeText(review.id)) \(SafeText(review.language)): [\(labels)] but \(suggestion.confidence)"
    )
    for line in Wrap.lines(review.complaint, columns: 100) { output.line("    \(line)") }
    let bytes = Array(review.complaint.utf8)
    for ranked in suggestion.ranked {
      let words = ranked.ranges.map { "“\(SafeText(String(decoding: bytes[$0], as: UTF8.self)))”" }
      output.line("  - \(ranked.cause.rawValue) \(ranked.weight): \(words.joined(separator: " "))")
    }
  }
}
