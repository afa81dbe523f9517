import CMachine
import Glibc

/// A process that a test has started, and may stop, let go on, and kill; it inherits nothing else that the
/// tests have open, and ends with this value.
public final class Child {
  /// How a process ended.
  public enum End: Equatable, Sendable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)
  }

  /// A program that could not be started.
  public struct NotStarted: Error, CustomStringConvertible {
    /// Which, and why.
    public let description: String
  }

  /// Its number.
  public let process: Int32
  private var end: End?

  /// Starts a program, found by its name or path; what it reads and writes are descriptors, or nothing.
  ///
  /// - Throws: ``NotStarted``.
  public init(
    _ arguments: [String],
    input: Int32? = nil,
    output: Int32? = nil
  ) throws(NotStarted) {
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    cm_inherit_standard_only(&actions)
    var started = pid_t()
    let status = posix_spawnp(&started, arguments[0], &actions, nil, &pointers, environ)
    guard status == 0 else {
      throw NotStarted(description: "\(arguments[0]) cannot be started: \(status)")
    }
    process = started
  }

  deinit {
    guard end == nil else { return }
    send(SIGKILL)
    wait()
  }

  /// Sends it a signal.
  public func send(_ signal: Int32) { kill(process, signal) }

  /// Whether it has ended by itself, or by a signal.
  public func hasEnded() -> End? {
    var status: Int32 = 0
    if end == nil, waitpid(process, &status, WNOHANG) == process { end = Self.end(status) }
    return end
  }

  /// Whether it has been stopped since this was asked last.
  public func hasStopped() -> Bool {
    var status: Int32 = 0
    guard end == nil, waitpid(process, &status, WNOHANG | WUNTRACED) == process else {
      return false
    }
    let isStop = status & 0xFF == 0x7F
    if !isStop { end = Self.end(status) }
    return isStop
  }

  /// Waits for its end.
  @discardableResult
  public func wait() -> End {
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
