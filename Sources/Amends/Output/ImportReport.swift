import Import
import Ledger
import Screen
import Store

/// Imports one file and tells what became of it, for programs or for people.
struct ImportReport {
  private static let mostShown = 5

  let file: String
  let isJSON: Bool

  /// Imports the file with a job.
  ///
  /// - Throws: `Failure` where the desk takes no more, or the answer cannot be written.
  func run(_ job: ImportJob, _ options: ImportOptions) throws -> ImportOutcome {
    var spool = try RejectionSpool(for: file)
    var shown: [String] = []
    var line = ProgressLine(SafeText(file).string)
    let result: Result<ImportSummary, ImportFailure>
    do throws(ImportFailure) {
      result = .success(
        try job.run(
          path: file, options: options,
          rejection: { row in
            if isJSON {
              spool.add(row)
            } else if shown.count < Self.mostShown {
              shown.append(row.words)
            }
          }, progress: { line.show($0) }))
    } catch {
      result = .failure(error)
    }
    line.clear()
    var output = StandardOutput()
    switch result {
    case .success(let summary):
      if isJSON {
        try write(summary, &spool, to: &output)
      } else {
        write(summary, shown, to: &output)
      }
    case .failure(let failure): write(failure, to: &output)
    }
    try output.finish()
    return try outcome(result)
  }

  private func outcome(_ result: Result<ImportSummary, ImportFailure>) throws -> ImportOutcome {
    switch result {
    case .success(let summary):
      if let fault = summary.rejectedFault { StandardError.say(fault) }
      if let stopped = summary.stopped { StandardError.say(stopped.description) }
      return summary.rejected > 0 || summary.stopped != nil ? .part : .whole
    case .failure(.file(let error)):
      StandardError.say(error.description)
      return .nothing
    case .failure(.desk(let error)): throw Failure(error.status, "\(file): \(error.description)")
    }
  }

  private func write(
    _ summary: ImportSummary,
    _ spool: inout RejectionSpool,
    to output: inout StandardOutput
  ) throws(Failure) {
    let head = JSONValue.object(figures(summary)).text.dropLast()
    output.write(head + ",\"rejections\":[")
    try spool.copy(to: &output)
    let error = summary.stopped.map { ",\"error\":" + JSONValue.string($0.description).text }
    output.line("]\(error ?? "")}")
  }

  private func write(_ failure: ImportFailure, to output: inout StandardOutput) {
    guard isJSON else { return }
    output.line(
      .object(
        figures(nil) + [
          JSONValue.Member(key: "rejections", value: .array([])),
          JSONValue.Member(key: "error", value: .string(failure.words)),
        ]))
  }

  private func figures(_ summary: ImportSummary?) -> [JSONValue.Member] {
    let tally = summary?.tally ?? ImportTally()
    let mail = summary.flatMap { $0.format == .mail ? $0.mailFigures : nil }
    return [
      JSONValue.Member(key: "file", value: .string(file)),
      JSONValue.Member(key: "format", value: .text(summary?.format.rawValue)),
      JSONValue.Member(key: "rows", value: .int(summary?.rows ?? 0)),
      JSONValue.Member(key: "added", value: .int(tally.added)),
      JSONValue.Member(key: "changed", value: .int(tally.changed)),
      JSONValue.Member(key: "unchanged", value: .int(tally.unchanged)),
      JSONValue.Member(key: "rejected", value: .int(summary?.rejected ?? 0)),
    ] + (mail.map { [JSONValue.Member(key: "mail", value: $0)] } ?? [])
  }

  private func write(
    _ summary: ImportSummary,
    _ shown: [String],
    to output: inout StandardOutput
  ) {
    output.safeLine("\(file): \(summary.words)")
    if let words = summary.mailWords { output.line("  \(words)") }
    for words in shown { output.safeLine("  \(words)") }
    if summary.rejected > shown.count { output.line("  …") }
    if let path = summary.rejectedFile { output.safeLine("  refused rows are kept in \(path)") }
    if let note = summary.erasedNote { output.line("  \(note)") }
    if let note = summary.dateNote { output.line("  \(note)") }
  }
}

extension ImportSummary {
  /// The figures in one line, without the file's name.
  var words: String {
    "\(format.rawValue), \(rows) rows: \(tally.added) added, \(tally.changed) changed,"
      + " \(tally.unchanged) unchanged, \(rejected) refused"
  }

  /// What the messages of a mailbox were.
  var mailFigures: JSONValue {
    [
      "messages": .int(tally.mail.messages), "contacts": .int(tally.mail.contacts),
      "copies": .int(tally.mail.copies), "optOuts": .int(tally.mail.optOuts),
      "notices": .int(tally.mail.notices), "ignored": .int(ignored),
    ]
  }

  /// What the new messages of a mailbox were, in words; `nil` for other files.
  var mailWords: String? {
    guard format == .mail else { return nil }
    let rest = ["\(ignored) that concern no buyer"]
    return (tally.mail.words(withCopies: true) + rest).joined(separator: ", ")
  }

  /// That rows name people who were erased, where any do.
  var erasedNote: String? {
    guard tally.erased > 0 else { return nil }
    return "\(tally.erased) rows name customers who were erased: nothing personal was taken in"
  }

  /// How the dates were read, where the file itself did not tell.
  var dateNote: String? {
    guard let dateReading, dateReading.basis == .habit else { return nil }
    let other = dateReading.order == .monthFirst ? DateOrder.dayFirst : .monthFirst
    return "dates were read \(dateReading.order.rawValue), which the file does not tell;"
      + " if that is wrong, import it again with --date-order \(other.rawValue)"
  }
}
