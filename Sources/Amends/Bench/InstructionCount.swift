import Glibc

/// How many instructions a piece of work takes, counted by valgrind: the same on a busy machine as on an idle one.
///
/// Valgrind cannot read what compilers say about Swift's own library, so it is given a copy of the program without it.
enum InstructionCount {
  /// The instructions of a check, as the difference of two runs of this program divided by the checks between them.
  ///
  /// Nil where valgrind or strip is not installed, or fails.
  static func ofCheck(length: Int) -> Int? {
    let (few, many) = (20, 120)
    guard let folder = try? TemporaryFolder(isKept: false) else { return nil }
    let program = "\(folder.path)/amends"
    guard let own = ownPath, ChildProcess.run(["strip", "-o", program, own]) == 0,
      let less = run(program, few, length, in: folder.path),
      let more = run(program, many, length, in: folder.path)
    else { return nil }
    return (more - less) / (many - few)
  }

  private static func run(
    _ program: String, _ checks: Int, _ length: Int, in folder: String
  ) -> Int? {
    let log = "\(folder)/callgrind.log"
    let arguments = [
      "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=\(log)",
      program, "bench", "--only-checks", "\(checks)", "--length", "\(length)",
    ]
    guard ChildProcess.run(arguments) == 0, let text = try? SmallFile.text(log, most: 1 << 16)
    else { return nil }
    return count(in: text)
  }

  private static var ownPath: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The figure behind `Collected :` in valgrind's log.
  static func count(in log: String) -> Int? {
    let line = log.split(separator: "\n").last { $0.contains("Collected :") }
    return line?.split(separator: " ").last.flatMap { Int($0) }
  }
}

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
