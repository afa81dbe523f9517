import AmendsPolicy
import Screen

/// A check for people to read, in the manner of a compiler's messages.
struct CheckReport {
  private let draft: String
  private let name: String
  private let report: DraftReport
  private let readers: String
  private let paint: Paint

  init(_ checked: CheckedDraft, paint: Paint) {
    draft = checked.draft
    name = checked.name
    report = checked.report
    readers = checked.judge.readers
    self.paint = paint
  }

  /// Writes every finding, the verdict, and what a good reply would still have.
  func write(to output: inout StandardOutput) {
    let source = SourceText(draft)
    for finding in report.findings { write(finding, source, &output) }
    output.line(summary)
    for check in report.communication where !check.isMet {
      output.line("  missing: " + check.point.advice)
    }
    output.line("  " + SafeText(readers).string)
  }

  private func write(_ finding: Finding, _ source: SourceText, _ output: inout StandardOutput) {
    let color: Paint.Color = finding.severity == .block ? .red : .yellow
    let place = finding.ranges.first.map { range in
      let place = source.place(of: range.lowerBound)
      return ":\(place.line):\(place.column)"
    }
    let level = paint.bold(finding.severity == .block ? "block" : "warning", color)
    let title =
      SafeText(finding.title).string + (finding.origin == .reading ? " (a reading)" : "")
    output.line("\(SafeText(name))\(place ?? ""): \(level): \(finding.rule): \(title)")
    for line in source.underlined(finding.ranges) {
      output.line("  \(line.number) | \(line.text)")
      output.line("  \(line.number.blanked) | \(paint.bold(line.marks, color))")
    }
    write("why", finding.why, &output)
    if !finding.rewrite.isEmpty { write("say instead", finding.rewrite, &output) }
    if let cited = finding.source.cited { write("source", cited, &output) }
    output.line()
  }

  private func write(_ label: String, _ text: String, _ output: inout StandardOutput) {
    let lines = Wrap.lines(SafeText(text), columns: 84)
    for (index, line) in lines.enumerated() {
      let head = index == 0 ? "\(label):" : ""
      output.line("    \(SafeText(head).padded(columns: 13))\(line)")
    }
  }

  private var summary: String {
    let blocks = report.findings.count { $0.severity == .block }
    let warnings = report.findings.count - blocks
    return switch report.verdict {
    case .pass: paint.bold("pass", .green) + ": nothing speaks against it"
    case .warn: paint.bold("warn", .yellow) + ": \(counted(warnings, "warning")) to look at"
    case .block:
      paint.bold("blocked", .red) + ": \(counted(blocks, "finding")) must go"
        + (warnings > 0 ? ", \(counted(warnings, "warning"))" : "")
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension PolicySource {
  /// The source with the day on which it was read; `nil` where there is none.
  var cited: String? {
    let parts = [title, url, checked.isEmpty ? "" : "checked \(checked)"].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension String {
  /// As many spaces as there are characters.
  fileprivate var blanked: String { String(repeating: " ", count: count) }
}
