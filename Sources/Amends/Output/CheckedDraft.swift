import AmendsPolicy
import Screen

/// A draft of a file, or of the standard input, with what the rules found in it.
struct CheckedDraft {
  /// The file; `-` for the standard input.
  let file: String
  let draft: String
  let report: DraftReport
  /// Who has judged.
  let judge: DraftJudge

  /// What people call it.
  var name: String { DraftInput.name(of: file) }

  /// The answer of `check --json` among several.
  var jsonWithFile: JSONValue {
    .object([JSONValue.Member(key: "file", value: .string(file))] + members)
  }

  /// The answer of `check --json`.
  var json: JSONValue { .object(members) }

  private var members: [JSONValue.Member] {
    [
      .init(key: "verdict", value: .string(report.verdict.rawValue)),
      .init(key: "language", value: .text(report.language)),
      .init(key: "readers", value: .array(judge.readerNames.map { .string($0) })),
      .init(key: "findings", value: .array(report.findings.map(\.fullJSON))),
      .init(key: "checklist", value: .array(report.communication.map(\.json))),
    ]
  }

  /// One workflow command of GitHub for each finding: `::error file=…,line=…,title=…::why`.
  ///
  /// Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
  var annotations: [String] {
    let source = SourceText(draft)
    return report.findings.map { annotation($0, source) }
  }

  private func annotation(_ finding: Finding, _ source: SourceText) -> String {
    var fields = file == "-" ? [] : ["file=\(Self.property(file))"]
    if let range = finding.ranges.first {
      let start = source.place(of: range.lowerBound)
      let end = source.place(of: range.upperBound)
      fields.append("line=\(start.line)")
      if end.line == start.line { fields += ["col=\(start.column)", "endColumn=\(end.column)"] }
    }
    fields.append("title=\(Self.property("\(finding.rule): \(finding.title)"))")
    let level = finding.severity == .block ? "error" : "warning"
    let advice = finding.rewrite.isEmpty ? "" : "\nSay instead: \(finding.rewrite)"
    return "::\(level) \(fields.joined(separator: ","))::\(Self.data(finding.why + advice))"
  }

  /// A message as workflow commands want it: on one line, nothing of it a command.
  private static func data(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText(String($0)).string.replacing("%", with: "%25") }
      .joined(separator: "%0A")
  }

  /// The value of a field, in which colons and commas mean something.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
