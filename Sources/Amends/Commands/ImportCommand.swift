import AmendsPolicy
public import ArgumentParser
public import Import
public import Ledger
import Screen
import Store

extension ImportFormat: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}

/// Brings files into the desk.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import reviews, feedback, sales, contacts or mail.",
    discussion: """
      amends import reviews.jsonl.gz feedback.tsv contacts.csv
      amends import report.csv --from 2026-11-01 --to 2026-11-30
      amends import export.csv --as reviews-csv --date-order day-first --json
      amends import ~/Maildir ~/Maildir/.Sent archive.mbox message.eml

      The content tells the format; --as overrides it: seller-feedback, reviews-jsonl, reviews-csv,
      business-report, contacts-csv, mail. Importing a file twice changes nothing. Rows that cannot be used
      are refused with line, column and reason, and kept in FILE.rejected in the desk's folder.

      Mail is read and never changed. What buyers write counts as their answer, whatever they ask for:
      that they asked for a refund is for a person to record. What the shop wrote elsewhere is a
      contact, once, however many copies of it there are; [mail] addresses names its addresses. An
      opted-out bounce is a fact; requests and claims hold what waits. Only senders at exactly the
      marketplace's domains are believed; look-alikes are refused, other mail is passed over.

      --json answers with one object a file: {"file","format","rows","added","changed","unchanged",
      "rejected","rejections":[{"line","column","reason"}]}, and "error" where reading failed; for
      mail also "mail":{"messages","contacts","copies","optOuts","notices","ignored"}, of which all
      but "ignored" count what was new, and "file" in each rejection of a folder. Exits
      with 4 when rows were refused or a file failed, 1 when nothing could be read.
      """)

  @Argument(help: "The files.")
  var files: [String]

  @Option(name: .customLong("as"), help: "The format, whatever the content looks like.")
  var format: ImportFormat?

  @Option(help: "How dates in figures are read: month-first or day-first.")
  var dateOrder: DateOrder?

  @Option(help: ArgumentHelp("The first day of a sales report without dates.", valueName: "day"))
  var from: DayArgument?

  @Option(help: ArgumentHelp("The last day of a sales report without dates.", valueName: "day"))
  var to: DayArgument?

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    guard (from == nil) == (to == nil) else {
      throw ValidationError("--from and --to belong together")
    }
    if let from, let to, from.date > to.date {
      throw ValidationError("--from lies behind --to")
    }
    if files.contains("") { throw ValidationError("a file needs a name") }
  }

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let now = SystemClock.now
    let job = ImportJob(
      store: store, agent: workplace.agent, folder: workplace.places.data, now: now)
    var outcomes: [ImportOutcome] = []
    for file in files {
      let report = ImportReport(file: file == "-" ? "/dev/stdin" : file, isJSON: json)
      outcomes.append(try report.run(job, options(now, workplace.configuration)))
    }
    let status = ImportOutcome.status(of: outcomes)
    if status != .fine { throw status }
  }

  private func options(_ now: Instant, _ configuration: Configuration) -> ImportOptions {
    var options = ImportOptions(format: format, dateOrder: dateOrder, now: now)
    options.shopAddresses = configuration.shopAddresses
    if let from, let to { options.period = from.date...to.date }
    return options
  }
}

/// How one file of several went.
enum ImportOutcome {
  /// Every row is in.
  case whole
  /// Some rows are not.
  case part
  /// Nothing could be read.
  case nothing

  /// What the command exits with after all files.
  static func status(of outcomes: [ImportOutcome]) -> ExitStatus {
    if outcomes.allSatisfy({ $0 == .whole }) { return .fine }
    return outcomes.allSatisfy { $0 == .nothing } ? .no : .part
  }
}
