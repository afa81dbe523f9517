import ArgumentParser
import Store

/// Looks whether the audit is what was written.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Look whether every entry is what was written.",
    discussion: """
      Exits with 0 when it is, 1 when an entry was changed, moved or taken out; the first such is named.

      A chain shows what was done to parts of it. That its end was cut off, or all of it written anew, shows
      only against something outside: note what `amends audit head` prints where nobody who can write to the
      desk can write, and compare with --head. A head that was noted stays in the chain as it grows.

      --json answers with {"whole","count","head","fault","untold","noted"}: fault is null or
      {"number","reason"}, untold how many moves of replies no entry tells of, noted the number of the
      entry whose sum --head names, null where none has it.
      """)

  @Option(help: ArgumentHelp("A head that was noted before.", valueName: "hash"))
  var head: String?

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let head, head.utf8.count != 64 || !head.allSatisfy(\.isHexDigit) {
      throw ValidationError("--head is what `amends audit head` prints: 64 hexadecimal digits")
    }
  }

  func run() throws {
    let verdict = try desk.workplace().openDesk().verifyAudit(head: head)
    var output = StandardOutput()
    if json {
      output.line(verdict.json)
    } else {
      for line in verdict.lines(noted: head) { output.line(line) }
    }
    try output.finish()
    if !verdict.isWhole || (head != nil && verdict.noted == nil) { throw ExitStatus.no }
  }
}

/// Says how the audit ends.
struct AuditHeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Print the sum of the newest entry, to be noted elsewhere.",
    discussion: "--json answers with {\"count\",\"head\"}.")

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let head = try desk.workplace().openDesk().auditHead()
    var output = StandardOutput()
    if json {
      output.line(["count": .int(head.count), "head": .string(head.hash)])
    } else {
      output.line(head.hash)
    }
    try output.finish()
  }
}

extension AuditVerdict {
  /// The verdict as the contract of `audit verify --json` has it.
  var json: JSONValue {
    [
      "whole": .bool(isWhole), "count": .int(count), "head": .string(head),
      "fault": fault.map {
        ["number": .int($0.number), "reason": .string($0.inWords)]
      } ?? .null,
      "untold": .int(untold), "noted": noted.map { .int($0) } ?? .null,
    ]
  }

  /// The verdict for people.
  func lines(noted head: String?) -> [String] {
    var lines: [String] = []
    if let fault {
      lines.append("NOT WHOLE: \(fault.inWords)")
      lines.append("the \(count) before it are whole, the last of them has \(self.head)")
    } else {
      let whole = count == 1 ? "1 entry" : "\(count) entries, each"
      lines.append("\(whole) as it was written; head \(self.head)")
    }
    if untold > 0 {
      lines.append("NOT WHOLE: of \(untold) moves or permits of replies no entry tells")
    }
    guard let head else { return lines }
    return lines + [
      noted.map { "the noted head \(head) is that of entry \($0)" }
        ?? "NOT FOUND: no entry has the noted head \(head): the end was cut off, or all was written anew"
    ]
  }
}
