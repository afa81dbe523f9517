import ArgumentParser

/// The manual, from the definitions of the commands.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Print the manual page.",
    discussion: """
      amends man | man -l -
      amends man | install -Dm644 /dev/stdin ~/.local/share/man/man1/amends.1

      It is made of the same definitions as the commands themselves, in mdoc, which man-db, groff and
      mandoc read.
      """)

  func run() throws {
    let program = try CommandEntry.all(AmendsProgram._dumpHelp())
    var output = StandardOutput()
    output.write(ManualPage(program).text())
    try output.finish()
  }
}
