/// What help, footer, palette and key map say of a command.
public struct CommandInfo: Sendable {
  /// The command.
  public var command: Command
  /// Two or three words for the footer.
  public var title: String
  /// One line for help and palette.
  public var help: String
  /// Where it can be given.
  public var contexts: CommandContext
  /// The keys that give it unless the configuration says otherwise, in the notation of the key map.
  public var keys: [String]
  /// Further keys in the list, where there is nothing to go back to.
  public var listKeys: [String]
  /// The keys in the composer, where letters are text.
  public var composerKeys: [String]
  /// Whether `u` takes it back.
  public var isUndoable: Bool
  /// Where it stands in the footer, from the left; `nil` for only in the help.
  public var footer: Int?

  init(
    _ command: Command,
    _ title: String,
    _ help: String,
    in contexts: CommandContext,
    keys: [String] = [],
    list: [String] = [],
    composer: [String] = [],
    undoable: Bool = false,
    footer: Int? = nil
  ) {
    self.command = command
    self.title = title
    self.help = help
    self.contexts = contexts
    self.keys = keys
    listKeys = list
    composerKeys = composer
    isUndoable = undoable
    self.footer = footer
  }

  /// The default keys in a context.
  public func keys(in context: CommandContext) -> [String] {
    switch context {
    case .composer: composerKeys
    case .list: listKeys + keys
    default: keys
    }
  }
}

extension Command {
  /// What is said of this command.
  public var info: CommandInfo {
    CommandTable.byCommand[self] ?? CommandInfo(self, rawValue, rawValue, in: [])
  }
}
