import ArgumentParser

/// A throw-away desk with sample data.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open a throw-away desk with sample data.",
    discussion: """
      The desk lies in a private temporary folder and is gone when you leave, unless you say --keep:
      amends demo --keep
      amends --desk /tmp/amends-demo-XXXXXX
      """)

  @Flag(help: "Keep the desk, and say where it is.")
  var keep = false

  @Flag(inversion: .prefixedNo, help: "Open the inbox.")
  var open = true

  func run() throws {
    let folder = try TemporaryFolder(isKept: keep)
    let (desk, counts) = try DemoDesk(folder: folder.path, now: SystemClock.now).open()
    var output = StandardOutput()
    if keep || !open { output.line(folder.path) }
    if !open { output.line(counts.words) }
    try output.finish()
    let status = open ? try openInbox(desk) : 0
    if status != 0 { throw ExitCode(status) }
  }
}

extension DemoDesk.Counts {
  /// The figures in one line.
  var words: String { "\(reviews) reviews, \(contacts) contacts, \(sales) rows of sales" }
}
