import CMachine
import Glibc

/// Programs that are started and waited for.
enum ChildProcess {
  /// Runs a program silently: the exit status; nil where it could not be started, or was stopped.
  static func run(_ arguments: [String]) -> Int32? { start(arguments).flatMap(wait) }

  /// Starts a program with a standard input and output, or the given input and no output; what it says of
  /// errors is not shown.
  ///
  /// Ctrl-C ends it even where this program ignores that.
  static func start(
    _ arguments: [String], input: Int32 = STDIN_FILENO, output: Int32? = nil
  ) -> pid_t? {
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    cm_inherit_standard_only(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var interruption = sigset_t()
    sigemptyset(&interruption)
    sigaddset(&interruption, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &interruption)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0], &actions, &attributes, &pointers, environ) == 0
    else { return nil }
    return process
  }

  /// Waits for a started program: the exit status; nil where it was stopped.
  static func wait(_ process: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}

/// This program, started once more.
enum OwnProcess {
  /// Where it lies, whatever it was called by.
  static let path = "/proc/self/exe"

  /// Starts it with arguments and waits for its end.
  ///
  /// - Throws: `Failure` where it cannot be started, or fails.
  static func run(_ arguments: [String]) throws(Failure) {
    guard let status = ChildProcess.run([path] + arguments) else {
      throw Failure(.part, "the program cannot start itself, or was stopped")
    }
    guard status == 0 else { throw Failure(.part, "the started program failed") }
  }
}
