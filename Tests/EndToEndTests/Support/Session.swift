import Foundation
import Testing

/// The program on a terminal: keys in, screen out.
final class Session {
  private let tmux: TmuxControl
  /// Kept for as long as the program works on it.
  private let desk: Desk
  private static let patience = Duration.seconds(60)
  /// Whether the program wrote something while the screen was being captured.
  private var hasChanged = false

  /// Opens the inbox of a desk in a terminal of some size, or runs another command that opens one.
  init(
    _ desk: Desk,
    command: String? = nil,
    arguments: String = "",
    rows: Int = 24,
    columns: Int = 80,
    environment: [String: String] = [:]
  ) throws {
    self.desk = desk
    let all = TmuxControl.environment(home: desk.folder).merging(environment) { $1 }
    let exports = environment.map { "\($0.key)='\($0.value)' " }.joined()
    let line = command ?? "--desk \(desk.folder) \(arguments)"
    tmux = try TmuxControl(
      command: "exec env \(exports)\(Desk.program) \(line)",
      rows: rows, columns: columns, environment: all)
    try tmux.give("refresh-client -C \(columns),\(rows)")
  }

  /// Sends keys by the names that tmux knows: `C-s`, `Enter`, `Escape`, `j`.
  func press(_ keys: String...) throws {
    for key in keys { try tmux.give("send-keys -- \(quoted(key))") }
  }

  /// Composes a message about the order of the review in question.
  func composeMessage(seeing text: String = "nothing written yet") throws {
    try press("c")
    try see("message about the order")
    try press("m")
    try see(text)
  }

  /// Types a text as it is.
  func type(_ text: String) throws {
    try tmux.give("send-keys -l -- \(quoted(text))")
  }

  /// Sends bytes that are no keys of tmux, as a report of the mouse.
  func typeRaw(_ text: String) throws {
    let codes = text.utf8.map { String($0, radix: 16) }.joined(separator: " ")
    try tmux.give("send-keys -H \(codes)")
  }

  /// Pastes a text as a terminal does, in brackets.
  func paste(_ text: String) throws {
    try tmux.give("set-buffer -- \(quoted(text))")
    try tmux.give("paste-buffer -p")
  }

  /// Gives the window another size.
  func resize(rows: Int, columns: Int) throws {
    try tmux.give("refresh-client -C \(columns),\(rows)")
    try tmux.give("resize-window -x \(columns) -y \(rows)")
  }

  /// Waits until the screen holds a text, and gives the screen.
  @discardableResult
  func see(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    try wait("to see “\(text)”", sourceLocation) { $0.contains { $0.contains(text) } }
  }

  /// Waits until the screen holds a text no more, and gives the screen.
  @discardableResult
  func miss(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    try wait("“\(text)” to go", sourceLocation) { !$0.contains { $0.contains(text) } }
  }

  /// Kills the program as a crash would, or by another signal.
  func kill(_ signal: Int32 = SIGKILL) { tmux.killProgram(signal) }

  /// Waits until the program has ended.
  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = ContinuousClock.now + Self.patience
    while let line = tmux.nextLine(before: deadline) {
      if line.hasPrefix("%exit") || line.hasPrefix("%sessions-changed") { return }
    }
    guard ContinuousClock.now < deadline else {
      Issue.record("the program did not end", sourceLocation: sourceLocation)
      return
    }
  }

  private func wait(
    _ what: String,
    _ sourceLocation: SourceLocation,
    _ isThere: ([String]) -> Bool
  ) throws -> [String] {
    let deadline = ContinuousClock.now + Self.patience
    var screen = try capture(deadline)
    while !isThere(screen) {
      guard awaitChange(deadline) else {
        Issue.record(
          "waited in vain \(what); the screen:\n\(screen.joined(separator: "\n"))",
          sourceLocation: sourceLocation)
        throw Missing(what: what)
      }
      screen = try capture(deadline)
    }
    return screen
  }

  private func awaitChange(_ deadline: ContinuousClock.Instant) -> Bool {
    if hasChanged { return true }
    while let line = tmux.nextLine(before: deadline) {
      if line.hasPrefix("%output") { return true }
      if line.hasPrefix("%exit") { return false }
    }
    return false
  }

  /// The screen as tmux holds it; what the program writes meanwhile asks for another look.
  private func capture(_ deadline: ContinuousClock.Instant) throws -> [String] {
    hasChanged = false
    try tmux.give("display-message -p amends-mark")
    while let line = tmux.nextLine(before: deadline), line != "amends-mark" {}
    try tmux.give("capture-pane -p")
    while let line = nextLine(deadline), !line.hasPrefix("%end") {}
    var screen: [String] = []
    var isWithin = false
    while let line = nextLine(deadline) {
      if line.hasPrefix("%begin") {
        isWithin = true
      } else if line.hasPrefix("%end") || line.hasPrefix("%exit") {
        break
      } else if isWithin {
        screen.append(line)
      }
    }
    return screen
  }

  private func nextLine(_ deadline: ContinuousClock.Instant) -> String? {
    let line = tmux.nextLine(before: deadline)
    if line?.hasPrefix("%output") == true { hasChanged = true }
    return line
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  struct Missing: Error {
    var what: String
  }
}
