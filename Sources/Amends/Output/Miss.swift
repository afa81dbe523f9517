import AmendsPolicy
import PolicyProof
import Screen

/// A labelled draft whose verdict came out wrong, for people to study.
struct Miss {
  let draft: LabelledDraft
  let report: DraftReport

  /// Writes the draft with what was expected and what was found; nothing where the verdict is right.
  func write(to output: inout StandardOutput) {
    guard report.verdict != draft.verdict else { return }
    let rules = draft.rules.map(\.rawValue).joined(separator: ", ")
    let found = report.findings.map(\.rule.rawValue).joined(separator: ", ")
    output.line(
      "\(SafeText(draft.id)): \(draft.verdict) [\(SafeText(rules))] but \(report.verdict) [\(found)]"
    )
    for line in Wrap.lines(SafeText(draft.draft), columns: 100) { output.line("    \(line)") }
    for finding in report.findings { output.line("  - \(SafeText(finding.why))") }
    output.line()
  }
}
