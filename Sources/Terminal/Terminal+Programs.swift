import CTerminal
import Glibc

extension Terminal {
  /// Runs a program of the person's on the terminal, such as an editor, and waits for it.
  ///
  /// The command is what a shell would run; the arguments are handed to it as they are, and are
  /// never read by the shell. Draw again afterwards.
  /// - Parameters:
  ///   - command: Words for a shell, such as the value of `$EDITOR`.
  ///   - arguments: Files and the like.
  /// - Returns: The exit status; 127 when there is no such program; -1 when nothing could be
  ///   started.
  public mutating func run(_ command: String, arguments: [String]) -> Int32 {
    ct_leave()
    let status = withArguments(["sh", "-c", command + " \"$@\"", "sh"] + arguments) { [errors] in
      ct_run($0, errors.original)
    }
    ct_enter()
    painter.forgetTitle()
    syncSize()
    // Ctrl-C in the editor was meant for the editor.
    pendingSignals = caughtSignals().filter { $0 == SIGTERM || $0 == SIGHUP }
    return status
  }

  /// Calls something with a list of arguments as C wants it.
  private func withArguments<Result>(
    _ arguments: [String],
    _ call: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return call(pointers)
  }

  /// How a text was copied.
  public enum CopyResult: Hashable, Sendable {
    /// The terminal was asked to; it may refuse silently.
    case terminal
    /// tmux has it, and passes it on where it is allowed to.
    case tmux
    /// There is no way.
    case unavailable
  }

  /// Puts a text onto the clipboard of the person's machine, over ssh as well (OSC 52).
  public func copy(_ text: String) -> CopyResult {
    if getenv("TMUX") != nil, copyThroughTmux(text) { return .tmux }
    guard takesCommands else { return .unavailable }
    send("\u{1B}]52;c;\(Base64.encode(Array(text.utf8)))\u{7}")
    return .terminal
  }

  private func copyThroughTmux(_ text: String) -> Bool {
    var text = text
    return withArguments(["tmux", "load-buffer", "-w", "-"]) { arguments in
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { ct_feed(arguments, $0.baseAddress, $0.count) }
      }
    } == 0
  }
}
