import Screen

/// Finds any command of a screen by some of its letters.
struct Palette: Sendable {
  var context: CommandContext
  var prompt = Prompt("")
  var selected = 0

  init(context: CommandContext) { self.context = context }

  /// The commands that fit what is typed, best first.
  var matches: [CommandInfo] {
    let commands = CommandTable.commands(in: context)
    let typed = prompt.text
    return Fuzzy.filter(typed, commands) { "\($0.command.rawValue) \($0.title)" }.map(\.value)
  }
}

/// The keys of one screen.
struct HelpScreen: Equatable, Sendable {
  var context: CommandContext
  var scroll = BoxScroll()

  init(context: CommandContext) { self.context = context }
}
