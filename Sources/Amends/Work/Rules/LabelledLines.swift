import AmendsPolicy
import Glibc
import PolicyProof

/// The labelled drafts of a file, one JSON object a line.
struct LabelledLines {
  private(set) var drafts: [LabelledDraft] = []
  /// Lines that could not be read, with file, line and reason.
  private(set) var faults: [String] = []

  /// Reads a file; lines that are no labelled draft are left out and told.
  ///
  /// - Throws: `Failure` where it cannot be opened.
  init(_ path: String) throws {
    var input = LineInput(try DraftInput.open(path))
    var number = 0
    while let line = try input.next() {
      number += 1
      if line.isBlank { continue }
      do throws(DraftLineFault) {
        drafts.append(try Self.labelled(try DraftLine(line, base: DraftContext())))
      } catch {
        faults.append("\(path):\(number): \(error.reason); the line is left out")
      }
    }
  }

  private static func labelled(_ line: DraftLine) throws(DraftLineFault) -> LabelledDraft {
    guard case .string(let name)? = line.object["verdict"],
      let verdict = Verdict(rawValue: name)
    else {
      throw DraftLineFault(id: line.id, reason: "verdict is pass, warn or block")
    }
    guard case .array(let rules)? = line.object["rules"] else {
      throw DraftLineFault(id: line.id, reason: "rules is a list of rule names")
    }
    return LabelledDraft(
      id: line.id.plainText, draft: line.draft, context: line.context, verdict: verdict,
      rules: rules.map { RuleID(rawValue: $0.plainText) }, evidence: evidence(line.object),
      isDisguised: line.object["disguised"] == .bool(true))
  }

  private static func evidence(_ object: JSONValue) -> [LabelledDraft.Evidence] {
    guard case .array(let pairs)? = object["evidence"] else { return [] }
    return pairs.compactMap { pair in
      guard case .array(let parts) = pair, parts.count == 2 else { return nil }
      return LabelledDraft.Evidence(
        words: parts[0].plainText, rule: RuleID(rawValue: parts[1].plainText))
    }
  }
}

extension JSONValue {
  /// A string's text; nothing for any other value.
  var plainText: String {
    if case .string(let text) = self { text } else { "" }
  }
}
