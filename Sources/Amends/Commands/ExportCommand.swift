import AmendsPolicy
public import ArgumentParser
import Glibc
import Ledger
public import Store

extension ExportKind: ExpressibleByArgument {}
extension ExportForm: EnumerableFlag {}

/// Writes out what the desk holds.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write out everything that the desk holds, or what it holds about one customer.",
    discussion: """
      amends export --output desk.jsonl
      amends export --customer 114-7863528-5212210 --output answer-to-their-request.jsonl
      amends export --what contacts --csv --output contacts.csv
      amends export --what reviews | jq 'select(.rating == 1) | .title'

      Kinds: customers, reviews, former-texts, contacts, notes, retracted, drafts, outbox, permits,
      products, sales, audit. JSON lines hold an object each, with its kind as "what", exactly as the desk
      has it. A CSV holds one kind, every cell in quotes, UTF-8, lines end with CR LF; an apostrophe
      stands before what a spreadsheet would take for a formula, and control characters are washed,
      unless --raw. Contacts as CSV with --raw can be imported again.

      A file is for its owner alone, appears when it is whole, and takes another's place only with --force.
      The audit notes that something was written out, and whose.
      """)

  @Option(help: "Only what belongs to a person, by any key.")
  var customer: PersonArgument?

  @Option(help: "What to write; may be said several times. Everything if it is not said.")
  var what: [ExportKind] = []

  @Flag(exclusivity: .exclusive, help: "The form: CSV, or JSON lines if nothing is said.")
  var form: ExportForm = .jsonl

  @Option(help: ArgumentHelp("The file; the standard output if it is not said.", valueName: "file"))
  var output: String?

  @Flag(help: "Write cells of a CSV exactly as they are.")
  var raw = false

  @Flag(help: "Replace a file that is there.")
  var force = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if form == .csv, what.count != 1 {
      throw ValidationError("a CSV holds one kind of rows: say --what, such as --what reviews")
    }
    if raw, form != .csv { throw ValidationError("--raw is about --csv") }
    if raw, output == nil, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("--raw is not for a terminal, which would obey what is in the cells")
    }
    if output?.isEmpty == true { throw ValidationError("--output needs the name of a file") }
    if Set(what).count < what.count { throw ValidationError("--what names a kind twice") }
  }

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let person = try customer?.known(in: store).id
    guard let output else { return try write(store, person, to: STDOUT_FILENO) }
    let file = try WholeFile(output, replacing: force)
    try write(store, person, to: file.descriptor)
    try file.commit()
  }

  private var kinds: [ExportKind] { what.isEmpty ? ExportKind.allCases : what }

  /// Writes the rows; that they leave is in the audit before the first of them does.
  private func write(_ store: DeskStore, _ person: CustomerID?, to descriptor: Int32) throws {
    try store.note(
      .exported, [.what: kinds.map(\.rawValue).joined(separator: " ")], about: person,
      at: SystemClock.now)
    var writer = ExportWriter(form, of: kinds, isRaw: raw, to: descriptor)
    var line = TerminalLine()
    try store.export(kinds, of: person) { kind, values in
      writer.take(kind, values)
      let rows = writer.rows
      if output != nil { line.show { _ in "exporting \(kind.rawValue): \(rows) rows" } }
    }
    line.clear()
    try writer.finish()
  }
}
