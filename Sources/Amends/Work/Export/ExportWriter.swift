import Ledger
import Store

/// The form of a file that is written out.
enum ExportForm: String, CaseIterable {
  /// One table, a row a line.
  case csv
  /// An object a line.
  case jsonl
}

/// Writes rows of a desk to a descriptor, in one form.
struct ExportWriter: ~Copyable {
  private let form: ExportForm
  private let csv: CSVText
  private var output: StandardOutput
  private var members: [ExportKind: [String]] = [:]
  /// How many rows were written.
  private(set) var rows = 0

  /// A writer; a table begins with the names of its columns.
  init(_ form: ExportForm, of kinds: [ExportKind], isRaw: Bool, to descriptor: Int32) {
    self.form = form
    csv = CSVText(isRaw: isRaw)
    output = StandardOutput(descriptor)
    for kind in kinds {
      members[kind] = kind.columns
      if form == .csv { write(kind.columns) }
    }
  }

  /// Writes a row.
  mutating func take(_ kind: ExportKind, _ values: [ExportValue]) {
    rows += 1
    switch form {
    case .csv: write(values.map(\.cell))
    case .jsonl:
      let named = zip(members[kind] ?? [], values).map {
        JSONValue.Member(key: $0, value: $1.json)
      }
      output.line(
        .object([JSONValue.Member(key: "what", value: .string(kind.rawValue))] + named))
    }
  }

  private mutating func write(_ cells: [String]) {
    var bytes: [UInt8] = []
    csv.append(cells, to: &bytes)
    output.write(bytes)
  }

  /// Writes out what is left.
  ///
  /// - Throws: `Failure` where anything could not be written.
  consuming func finish() throws(Failure) { try output.finish() }
}

extension ExportValue {
  /// The value as JSON has it.
  fileprivate var json: JSONValue {
    switch self {
    case .nothing: .null
    case .text(let text): .string(text)
    case .number(let number): .int(number)
    case .flag(let flag): .bool(flag)
    case .instant(let instant): .string(ISO8601.text(instant))
    case .list(let texts): .array(texts.map { .string($0) })
    }
  }

  /// The value as a cell of a table has it.
  fileprivate var cell: String {
    switch self {
    case .nothing: ""
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .instant(let instant): ISO8601.text(instant)
    case .list(let texts): texts.joined(separator: "; ")
    }
  }
}
