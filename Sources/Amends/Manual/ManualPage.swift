/// The program's manual page in mdoc, made from the definitions of its commands.
struct ManualPage {
  private let program: CommandEntry
  private var page = ManualText()

  init(_ program: CommandEntry) { self.program = program }

  /// The page, ready for `man`.
  func text() -> String {
    var manual = self
    manual.page.macro("Dd", ProgramVersion.day)
    manual.page.macro("Dt", "AMENDS 1")
    manual.page.macro("Os", ProgramVersion.text)
    manual.section("NAME") {
      $0.macro("Nm", "amends")
      $0.macro("Nd", "answer negative marketplace reviews, from a terminal")
    }
    manual.section("SYNOPSIS") {
      $0.macro("Nm")
      $0.macro("Op", "Ar command")
      $0.macro("Op", "Ar option ...")
    }
    manual.describe()
    manual.section("COMMANDS") {
      $0.text("Each command tells what it can do with")
      $0.macro("Fl", "-help .")
    }
    for command in program.leaves { manual.add(command) }
    ManualSections.add(to: &manual.page)
    return manual.page.lines.joined(separator: "\n") + "\n"
  }

  private mutating func section(_ name: String, _ content: (inout ManualText) -> Void) {
    page.macro("Sh", name)
    content(&page)
  }

  /// What the program is, and the options that every command takes, said once.
  private mutating func describe() {
    let abstract = program.abstract
    let common = program.leaves.first { $0.path == ["open"] }?.arguments ?? []
    section("DESCRIPTION") {
      $0.text(abstract)
      $0.text("Without a command it opens the inbox.")
      $0.macro("Pp")
      $0.text("Every command takes these options:")
      $0.options(common)
    }
  }

  private mutating func add(_ command: CommandEntry) {
    let arguments = command.arguments.filter { argument in
      !argument.names.contains { Self.common.contains($0) }
    }
    page.macro("Ss", command.path.joined(separator: " "))
    page.macro("Nm")
    page.macro("Cm", command.path.joined(separator: " "))
    for argument in arguments where !argument.names.isEmpty { page.synopsis(argument) }
    for argument in arguments where argument.names.isEmpty { page.synopsis(argument) }
    page.macro("Pp")
    page.text(command.abstract)
    page.options(arguments)
    page.discussion(command.discussion)
  }

  /// The options that are said once for all commands.
  private static let common: Set<String> = ["--desk", "--help", "--version"]
}
