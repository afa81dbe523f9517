import Screen

/// Why a terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// Neither the terminal's name nor a usual one is in the terminal database.
  case unknownTerminal(String)
  /// The terminal only writes line after line.
  case cannotMoveCursor(String)
  /// The process has no descriptors left.
  case noDescriptors

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notATerminal:
      "input and output must be a terminal: in pipes use commands such as `amends list --json`"
    case .unknownTerminal(let name):
      "neither “\(SafeText(name))” nor xterm-256color is in terminfo: install ncurses-base"
    case .cannotMoveCursor(let name):
      "the terminal “\(SafeText(name))” has no cursor to move: try TERM=xterm-256color"
    case .noDescriptors: "too many files are open in this process"
    }
  }
}
