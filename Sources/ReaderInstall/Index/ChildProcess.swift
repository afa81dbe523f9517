import CMachine
import Glibc

/// A program that is started and waited for; what it says of faults is kept.
enum ChildProcess {
  /// How it ended.
  struct Outcome: Equatable {
    /// The exit status; nil where a signal ended it.
    var status: Int32?
    /// The end of what it wrote to its standard error.
    var words: String
  }

  private static let mostWords = 1 << 15

  /// Starts a program with an environment, and waits for its end.
  ///
  /// - Returns: How it ended; nil where it could not be started.
  static func run(_ arguments: [String], environment: [String]) -> Outcome? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let process = start(arguments, environment, errors: ends[1])
    close(ends[1])
    guard let process else { return nil }
    let words = lastBytes(of: ends[0])
    var status: Int32 = 0
    guard uninterrupted({ waitpid(process, &status, 0) }) == process else { return nil }
    return Outcome(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil,
      words: String(decoding: words, as: UTF8.self))
  }

  private static func start(
    _ arguments: [String], _ environment: [String], errors: Int32
  ) -> pid_t? {
    var pointers = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    cm_inherit_standard_only(&actions)
    var process = pid_t()
    let fault = posix_spawn(&process, arguments[0], &actions, nil, &pointers, &variables)
    return fault == 0 ? process : nil
  }

  private static func lastBytes(of descriptor: Int32) -> [UInt8] {
    var words: [UInt8] = []
    let room = Room(1 << 12)
    while true {
      let count = uninterrupted { read(descriptor, room.bytes.baseAddress, room.bytes.count) }
      guard count > 0 else { return words }
      words.append(contentsOf: room.prefix(count))
      if words.count > mostWords { words.removeFirst(words.count - mostWords) }
    }
  }
}
