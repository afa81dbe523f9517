import ArgumentParser
import Glibc

/// Measures what the README states.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure this machine, and say how.",
    discussion: """
      amends bench                     everything, with a desk of its own
      amends bench --checks            only the checks of drafts
      amends bench --reader            only the second reader
      amends bench --desk DIR          pages and start on that desk, which is only read
      Measure a release build on an idle machine; instructions are counted where valgrind is installed.
      """)

  @Option(help: "How many generated rows are imported.")
  var rows = 100_000

  @Flag(help: ArgumentHelp("Only open the desk and read its first page.", visibility: .hidden))
  var onlyOpen = false

  @Flag(help: "Only check drafts: no desk is made.")
  var checks = false

  @Flag(help: "Only have the second reader read drafts.")
  var reader = false

  @Option(help: ArgumentHelp("Only check a draft so many times.", visibility: .hidden))
  var onlyChecks: Int?

  @Option(help: ArgumentHelp("The draft's length for that.", visibility: .hidden))
  var length = 2000

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    guard (1...10_000_000).contains(rows) else {
      throw ValidationError("--rows is from 1 to 10000000")
    }
  }

  func run() throws {
    if onlyOpen { return try PageBench(workplace: desk.workplace()).openOnly() }
    if let onlyChecks { return try CheckBench.onlyCheck(onlyChecks, length: length) }
    var output = StandardOutput()
    if reader {
      for line in try ReaderBench(workplace: desk.workplace()).words() { output.line(line) }
      return try output.finish()
    }
    for line in try CheckBench().words() { output.line(line) }
    if checks { return try output.finish() }
    let folder = try TemporaryFolder(isKept: false)
    let imported = Workplace(desk: folder.path)
    for line in try ImportBench(workplace: imported, rows: rows).words() { output.line(line) }
    let workplace = desk.desk == nil ? imported : desk.workplace()
    let pages = PageBench(workplace: workplace)
    for line in try pages.words() { output.line(line) }
    output.line(try pages.startWords(desk: workplace.places.data))
    output.line(MemoryUse.words)
    try output.finish()
  }
}
