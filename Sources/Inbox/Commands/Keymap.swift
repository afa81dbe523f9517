import Screen

/// Which key gives which command in which context.
public struct Keymap: Sendable {
  private var commands: [Binding: Command] = [:]

  private struct Binding: Hashable {
    var context: UInt8
    var key: KeyPress
  }

  /// The keys of the command table as they are; a test proves that they do not clash.
  public static let standard = (try? Keymap()) ?? Keymap(commands: [:])

  private init(commands: [Binding: Command]) { self.commands = commands }

  /// The keys of the command table, changed by a person's own.
  ///
  /// - Parameter overrides: Keys by command name, in the notation of ``KeyPress``; they replace the
  ///   command's default keys in every context but the composer.
  /// - Throws: ``KeymapError`` for an unknown command, an unreadable key, or one key for two commands.
  public init(overrides: [String: [String]] = [:]) throws(KeymapError) {
    for name in overrides.keys.sorted() where Command(rawValue: name) == nil {
      throw .unknownCommand(name)
    }
    for context in CommandContext.all {
      for info in CommandTable.commands(in: context) {
        let own = context == .composer ? nil : overrides[info.command.rawValue]
        for text in own ?? info.keys(in: context) {
          try bind(text, to: info.command, in: context, isOwn: own != nil)
        }
      }
    }
  }

  private mutating func bind(
    _ text: String,
    to command: Command,
    in context: CommandContext,
    isOwn: Bool
  ) throws(KeymapError) {
    guard let key = KeyPress(parsing: text) else {
      throw .unreadableKey(text, command: command.rawValue)
    }
    let binding = Binding(context: context.rawValue, key: key)
    if let taken = commands[binding], taken != command {
      throw .conflict(text, context: context.name, taken.rawValue, command.rawValue)
    }
    commands[binding] = command
  }

  /// The command that a key gives in a context.
  func command(for key: KeyPress, in context: CommandContext) -> Command? {
    commands[Binding(context: context.rawValue, key: key)]
  }

  /// The keys that give a command in a context, the table's first key first.
  func keys(for command: Command, in context: CommandContext) -> [KeyPress] {
    let order = command.info.keys(in: context)
    return commands.filter { $0.value == command && $0.key.context == context.rawValue }
      .map(\.key.key)
      .sorted { first, second in
        let places = (
          order.firstIndex(of: "\(first)") ?? 99, order.firstIndex(of: "\(second)") ?? 99
        )
        return places.0 == places.1 ? "\(first)" < "\(second)" : places.0 < places.1
      }
  }
}

/// A key table that cannot be used.
public enum KeymapError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No command has this name.
  case unknownCommand(String)
  /// The key of a command cannot be read.
  case unreadableKey(String, command: String)
  /// Two commands want one key in a context.
  case conflict(String, context: String, String, String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unknownCommand(let name):
      "unknown command “\(name)”: `:` in Amends lists the commands"
    case .unreadableKey(let key, let command):
      "“\(key)” for \(command) is no key: write it like ctrl-s, alt-x, f5, G or pagedown"
    case .conflict(let key, let context, let first, let second):
      "\(key) would give both \(first) and \(second) in the \(context): free it from one of them"
    }
  }
}
