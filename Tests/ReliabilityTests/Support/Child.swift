import Glibc
import Testing

/// A process that a test has started, and may stop, let go on, and kill.
final class Child {
  /// How a process ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  let process: pid_t
  private var end: End?

  /// Starts a program; what it writes goes to a file or a descriptor, or nowhere.
  init(_ arguments: [String], output: Int32? = nil) throws {
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var started = pid_t()
    let status = posix_spawnp(&started, arguments[0], &actions, nil, &pointers, environ)
    try #require(status == 0, "\(arguments[0]) cannot be started: \(status)")
    process = started
  }

  deinit {
    guard end == nil else { return }
    send(SIGKILL)
    wait()
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Whether it has ended by itself, or by a signal.
  func hasEnded() -> End? {
    var status: Int32 = 0
    if end == nil, waitpid(process, &status, WNOHANG) == process { end = Self.end(status) }
    return end
  }

  /// Whether it has been stopped since this was asked last.
  func hasStopped() -> Bool {
    var status: Int32 = 0
    guard end == nil, waitpid(process, &status, WNOHANG | WUNTRACED) == process else {
      return false
    }
    let isStop = status & 0xFF == 0x7F
    if !isStop { end = Self.end(status) }
    return isStop
  }

  @discardableResult
  func wait() -> End {
    if let end { return end }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let end = Self.end(status)
    self.end = end
    return end
  }

  private static func end(_ status: Int32) -> End {
    status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(status & 0x7F)
  }
}

/// Programs that this test run has built, and those of the machine.
enum Programs {
  static let worker = built("TortureWorker")
  static let amends = built("amends")

  /// Beside the tests, or where the package manager keeps them when a runner of its own runs the tests.
  private static func built(_ name: String) -> String {
    let tests = CommandLine.arguments[0].split(separator: "/").dropLast()
    for count in [0, 2] {
      let path = "/" + tests.dropLast(count).joined(separator: "/") + "/" + name
      if access(path, X_OK) == 0 { return path }
    }
    return package + ".build/debug/" + name
  }

  /// The folder of the package, with a slash behind it.
  private static let package =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/"

  static let mailServer = package + "Tests/ReliabilityTests/Server/mail_server.py"

  /// Whether a program of the machine runs with arguments.
  static func run(_ arguments: [String]) -> Bool {
    (try? Child(["/usr/bin/env"] + arguments).wait()) == .exited(0)
  }

  static let hasPython = run(["python3", "-c", "import asyncio"])

  /// Whether system calls can be traced here: strace is there, and the kernel lets it.
  static let hasTrace = run(["strace", "-f", "-e", "trace=none", "-o", "/dev/null", "true"])
}
