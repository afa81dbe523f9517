import Foundation

/// A tmux server of its own, spoken to in control mode: every change of the screen arrives as an event, so
/// that nothing has to sleep.
final class TmuxControl {
  /// The environment of the program under test; nothing of the developer's leaks in.
  static func environment(home: String) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home,
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "tmux-256color", "EDITOR": "false",
      "ESCDELAY": "25",
    ]
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let server: String
  private var pending: [UInt8] = []
  private var serverProcess: pid_t = 0
  private var paneProcess: pid_t = 0

  /// Starts a server with one window that runs a command.
  init(command: String, rows: Int, columns: Int, environment: [String: String]) throws {
    server = "amends-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...(.max)))"
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["-i"] + variables + [
        "tmux", "-L", server, "-f", "/dev/null", "-C", "new-session", "-x", "\(columns)", "-y",
        "\(rows)", command,
      ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    serverProcess = try processNumber("#{pid}")
    paneProcess = try processNumber("#{pane_pid}")
  }

  /// A server waits for ever for a client that reads no more: both are killed, and the program with its
  /// terminal.
  deinit {
    if serverProcess > 0 { kill(serverProcess, SIGKILL) }
    process.terminate()
  }

  /// Kills the program in the window.
  func killProgram(_ signal: Int32) {
    kill(paneProcess, signal)
  }

  private func processNumber(_ variable: String) throws -> pid_t {
    try give("display-message -p 'number \(variable)'")
    let deadline = ContinuousClock.now + .seconds(10)
    while let line = nextLine(before: deadline) {
      if line.hasPrefix("number "), let number = pid_t(line.dropFirst(7)) { return number }
    }
    return 0
  }

  /// Gives tmux a command line.
  func give(_ command: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data("\(command)\n".utf8))
  }

  /// Waits for the next line that tmux writes; `nil` when the deadline passes or tmux ends.
  func nextLine(before deadline: ContinuousClock.Instant) -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[..<end]
        pending.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
      }
      guard readMore(before: deadline) else { return nil }
    }
  }

  private func readMore(before deadline: ContinuousClock.Instant) -> Bool {
    let left = ContinuousClock.now.duration(to: deadline)
    let milliseconds =
      left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
    guard milliseconds > 0 else { return false }
    let descriptor = output.fileHandleForReading.fileDescriptor
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waited, 1, Int32(clamping: milliseconds)) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    pending += bytes[..<count]
    return true
  }
}
