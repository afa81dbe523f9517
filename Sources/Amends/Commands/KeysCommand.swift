import ArgumentParser
import Inbox
import Screen

/// The keys of the inbox, from the table that also dispatches them.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the commands of the inbox with their keys.",
    discussion: """
      The names in the first column are those of the configuration:
      [keys]
      compose = ["c", "f7"]
      """)

  func run() throws {
    var output = StandardOutput()
    for context in CommandContext.all {
      output.line("\(context.name):")
      for info in CommandTable.commands(in: context) {
        let keys = info.keys(in: context).joined(separator: " ")
        let name = SafeText(info.command.rawValue).padded(columns: 18)
        output.line("  \(name)\(SafeText(keys).padded(columns: 22))\(info.help)")
      }
      output.line()
    }
    try output.finish()
  }
}
