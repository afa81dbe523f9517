import AmendsPolicy
import Glibc

/// Judges many drafts, one JSON object a line, in input order.
struct CheckLines {
  /// Lines that are judged at a time, on all cores, where the second reader takes part.
  private static let portion = 64

  let judge: DraftJudge
  /// What is taken where a line does not say.
  let base: DraftContext

  /// Judges the lines of a file, or of the standard input.
  ///
  /// - Throws: `Failure` where nothing can be read, `ExitStatus.part` where some lines could not be.
  func run(_ path: String?) throws {
    var input = LineInput(try DraftInput.open(path))
    var output = StandardOutput()
    var progress = RateLine("check")
    var isWhole = true
    var waiting: [LineInput.Line] = []
    let portion = judge.readerNames.count > 1 ? Self.portion : 1
    while let line = try input.next() {
      if !line.isBlank { waiting.append(line) }
      guard waiting.count >= portion || input.mayWait else { continue }
      if !waiting.isEmpty {
        isWhole = write(waiting, to: &output) && isWhole
        progress.count(waiting.count)
        waiting.removeAll(keepingCapacity: true)
      }
      if input.mayWait { output.flush() }
    }
    isWhole = write(waiting, to: &output) && isWhole
    progress.clear()
    try output.finish()
    if !isWhole { throw ExitStatus.part }
  }

  /// Answers lines in their order; says whether all of them could be read.
  private func write(_ lines: [LineInput.Line], to output: inout StandardOutput) -> Bool {
    let answers = lines.count == 1 ? lines.map(answer) : concurrently(lines) { answer($0) }
    for answer in answers { output.line(answer.value) }
    return answers.allSatisfy(\.isWhole)
  }

  private struct Reply: Sendable {
    var value: JSONValue
    var isWhole = true
  }

  private func answer(_ line: LineInput.Line) -> Reply {
    do throws(DraftLineFault) {
      return Reply(value: answer(to: try DraftLine(line, base: base)))
    } catch {
      return Reply(value: ["id": error.id, "error": .string(error.reason)], isWhole: false)
    }
  }

  private func answer(to line: DraftLine) -> JSONValue {
    let report = judge.report(line.draft, line.context)
    return [
      "id": line.id, "verdict": .string(report.verdict.rawValue),
      "findings": .array(report.findings.map(\.json)),
    ]
  }
}

/// Why a line is no draft, and whose line it is as far as that can be told.
struct DraftLineFault: Error {
  var id: JSONValue
  var reason: String
}

/// One line of many drafts.
struct DraftLine {
  var id: JSONValue = .null
  /// The whole object.
  var object: JSONValue
  var draft: String
  var context: DraftContext

  /// Reads a line; what it does not say is taken from a base.
  init(_ line: LineInput.Line, base: DraftContext) throws(DraftLineFault) {
    object = try Self.object(line)
    let fields = DraftFields(object: object)
    draft = ""
    context = base
    do throws(SettingFault) {
      draft = try fields.text("draft", or: nil)
      if let name = try fields.optionalText("kind") { context.kind = try Self.kind(name) }
      context.rating = try fields.stars("rating") ?? base.rating
      context.complaint = try fields.optionalText("complaint") ?? base.complaint
      context.language = try fields.optionalText("lang") ?? base.language
      context.askedForRefund = try fields.flag("customer_requested_refund", base.askedForRefund)
      context.earlier = try fields.texts("earlier") ?? base.earlier
      if let name = try fields.optionalText("channel") { context.channel = try Self.channel(name) }
      context.order = try fields.optionalText("order") ?? base.order
      context.personal = try fields.texts("personal") ?? base.personal
      context.issueResolved = try fields.flag("issue_resolved", base.issueResolved)
    } catch {
      throw DraftLineFault(id: object["id"] ?? .null, reason: error.reason)
    }
    id = object["id"] ?? .null
  }

  /// The object of a line.
  static func object(_ line: LineInput.Line) throws(DraftLineFault) -> JSONValue {
    guard case .bytes(let bytes) = line else {
      throw DraftLineFault(id: .null, reason: "the line is longer than \(LineInput.most >> 20) MiB")
    }
    do throws(JSONFault) {
      let value = try JSONReader.value(of: bytes)
      guard case .object = value else {
        throw JSONFault(reason: "an object is expected", offset: 0)
      }
      return value
    } catch {
      throw DraftLineFault(id: .null, reason: error.words)
    }
  }

  private static func channel(_ name: String) throws(SettingFault) -> Channel {
    guard let channel = Channel(rawValue: name) else {
      let names = Channel.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingFault(reason: "channel is one of \(names), not “\(name)”")
    }
    return channel
  }

  private static func kind(_ name: String) throws(SettingFault) -> ItemKind {
    guard let kind = ItemKind(rawValue: name) else {
      throw SettingFault(reason: "kind is product_review or seller_feedback, not “\(name)”")
    }
    return kind
  }
}

/// The fields of a draft's object, each with its type; `null` counts as missing.
private struct DraftFields {
  let object: JSONValue

  func optionalText(_ key: String) throws(SettingFault) -> String? {
    switch object[key] {
    case nil, .null: return nil
    case .string(let text): return text
    case let other?: throw wrong(key, other, "a string")
    }
  }

  func texts(_ key: String) throws(SettingFault) -> [String]? {
    switch object[key] {
    case nil, .null: return nil
    case .array(let values):
      return try values.map { (value) throws(SettingFault) in
        guard case .string(let text) = value else { throw wrong(key, value, "a list of strings") }
        return text
      }
    case let other?: throw wrong(key, other, "a list of strings")
    }
  }

  func text(_ key: String, or missing: String?) throws(SettingFault) -> String {
    guard let text = try optionalText(key) ?? missing else {
      throw SettingFault(reason: "\(key) is missing")
    }
    return text
  }

  func flag(_ key: String, _ missing: Bool) throws(SettingFault) -> Bool {
    switch object[key] {
    case nil, .null: return missing
    case .bool(let flag): return flag
    case let other?: throw wrong(key, other, "true or false")
    }
  }

  func stars(_ key: String) throws(SettingFault) -> Int? {
    switch object[key] {
    case nil, .null: return nil
    case .number(let text):
      guard let value = Double(text), value == value.rounded(), (1...5).contains(value) else {
        throw SettingFault(reason: "\(key) is a whole number from 1 to 5, not \(text)")
      }
      return Int(value)
    case let other?: throw wrong(key, other, "a number from 1 to 5")
    }
  }

  private func wrong(_ key: String, _ value: JSONValue, _ wanted: String) -> SettingFault {
    SettingFault(reason: "\(key) is \(value.kind); expected \(wanted)")
  }
}
