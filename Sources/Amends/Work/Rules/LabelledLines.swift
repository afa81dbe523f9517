import AmendsPolicy
import Glibc
import PolicyProof

/// What people have labelled, read from the lines of a file, one JSON object a line.
struct LabelledLines<Item> {
  private(set) var items: [Item] = []
  /// Lines that could not be read, with file, line and reason.
  private(set) var faults: [String] = []

  /// Reads a file; lines that are nothing labelled are left out and told.
  ///
  /// - Throws: `Failure` where it cannot be opened.
  fileprivate init(
    _ path: String,
    _ item: (LineInput.Line) throws(DraftLineFault) -> Item
  ) throws {
    var input = LineInput(try DraftInput.open(path))
    var number = 0
    while let line = try input.next() {
      number += 1
      if line.isBlank { continue }
      do throws(DraftLineFault) {
        items.append(try item(line))
      } catch {
        faults.append("\(path):\(number): \(error.reason); the line is left out")
      }
    }
  }
}

extension LabelledLines<LabelledDraft> {
  /// The labelled drafts of a file.
  ///
  /// - Throws: `Failure` where it cannot be opened.
  init(_ path: String) throws {
    try self.init(path) { (line) throws(DraftLineFault) in
      try Self.labelled(DraftLine(line, base: DraftContext()))
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

extension LabelledLines<LabelledReview> {
  /// The labelled reviews of a file.
  ///
  /// - Throws: `Failure` where it cannot be opened.
  init(_ path: String) throws {
    try self.init(path) { (line) throws(DraftLineFault) in
      try Self.labelled(DraftLine.object(line))
    }
  }

  private static func labelled(_ object: JSONValue) throws(DraftLineFault) -> LabelledReview {
    let id = object["id"] ?? .null
    guard case .string(let text)? = object["text"] else {
      throw DraftLineFault(id: id, reason: "text is a string")
    }
    let title = object["title"]?.plainText ?? ""
    return LabelledReview(
      id: id.plainText, language: object["lang"]?.plainText ?? "?",
      complaint: title.isEmpty ? text : "\(title)\n\(text)",
      facts: ReviewFacts(isVerified: object["verified"].map { $0 == .bool(true) }),
      causes: try causes(object, id))
  }

  private static func causes(
    _ object: JSONValue, _ id: JSONValue
  ) throws(DraftLineFault) -> [Cause] {
    guard case .array(let names)? = object["causes"], !names.isEmpty else {
      throw DraftLineFault(id: id, reason: "causes is a list of causes, the likeliest first")
    }
    var causes: [Cause] = []
    for name in names {
      guard let cause = Cause(rawValue: name.plainText) else {
        let known = Cause.allCases.map(\.rawValue).joined(separator: ", ")
        throw DraftLineFault(id: id, reason: "a cause is one of \(known)")
      }
      causes.append(cause)
    }
    return causes
  }
}

extension JSONValue {
  /// A string's text; nothing for any other value.
  var plainText: String {
    if case .string(let text) = self { text } else { "" }
  }
}
