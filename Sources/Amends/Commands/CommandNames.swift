import ArgumentParser

/// What is said of the words of a command line before they are parsed.
enum CommandNames {
  static var all: [String] {
    AmendsProgram.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// A complaint where the first word is meant to be a command and is none.
  ///
  /// The parser would call it an unexpected argument of the default command.
  static func complaint(about arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-"), !all.contains(word) else { return nil }
    let hint = Suggestion.words(for: word, among: all.filter { $0 != "open" })
    return "there is no command “\(word)”\(hint)\n`amends --help` lists the commands"
  }

  /// The same line with a leading `--desk DIR` behind the command that follows it.
  static func withDeskBehind(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let count = first == "--desk" ? 2 : first.hasPrefix("--desk=") ? 1 : 0
    guard count > 0, arguments.count > count, all.contains(arguments[count]) else {
      return arguments
    }
    let place = count + 1 < arguments.count ? nested(arguments[count], arguments[count + 1]) : 0
    let names = arguments[count...count + place]
    return Array(names) + Array(arguments[..<count]) + Array(arguments[(count + place + 1)...])
  }

  /// How many words behind a command still belong to its name.
  private static func nested(_ command: String, _ next: String) -> Int {
    let inner =
      AmendsProgram.configuration.subcommands
      .first { $0.configuration.commandName == command }?.configuration.subcommands ?? []
    return inner.contains { $0.configuration.commandName == next } ? 1 : 0
  }
}
