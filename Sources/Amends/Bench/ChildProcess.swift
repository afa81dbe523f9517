import Glibc

/// A program that is started and waited for, silently.
enum ChildProcess {
  /// The exit status; nil where it could not be started.
  static func run(_ arguments: [String]) -> Int32? {
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}

/// This program, started once more.
enum OwnProcess {
  /// Starts it with arguments and waits for its end.
  ///
  /// - Throws: `Failure` where it cannot be started, or fails.
  static func run(_ arguments: [String]) throws(Failure) {
    guard let status = ChildProcess.run(["/proc/self/exe"] + arguments) else {
      throw Failure(.part, "the program cannot start itself, or was stopped")
    }
    guard status == 0 else { throw Failure(.part, "the started program failed") }
  }
}
