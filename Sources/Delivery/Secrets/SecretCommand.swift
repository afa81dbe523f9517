import CMachine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Has a program tell a secret, for a limited time; its standard input is empty and its complaints go nowhere.
struct SecretCommand {
  /// Half a minute, with the wait that each look takes at most.
  private static let usualLooks = 300
  private static let wait: Int32 = 100

  private let words: [String]
  private let mostLooks: Int

  /// A program with its arguments.
  ///
  /// - Parameters:
  ///   - words: The program, looked for along `PATH`, and its arguments.
  ///   - mostLooks: How often it is looked at, for a tenth of a second each time at most; a program that
  ///     writes a byte now and then is not waited for any longer than one that is silent.
  init(_ words: [String], mostLooks: Int = usualLooks) {
    self.words = words
    self.mostLooks = mostLooks
  }

  /// Reads the start of what the program writes.
  ///
  /// - Returns: How many bytes were read.
  /// - Throws: ``SecretFault/command(program:reason:)`` where it cannot be started, takes too long, writes too
  ///   much or fails.
  func read(into memory: UnsafeMutableRawBufferPointer) throws(SecretFault) -> Int {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw failed("cannot be started: \(SystemWords.of(errno))") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let started = start(output: ends[1])
    close(ends[1])
    let process = try started.get()
    var looks = mostLooks
    let count = fill(memory, from: ends[0], &looks)
    guard let status = end(of: process, isOver: count != nil, &looks), let count else {
      throw failed("did not end in time, or wrote too much")
    }
    guard status == 0 else { throw failed("failed with status \(status)") }
    return count
  }

  private func failed(_ reason: String) -> SecretFault {
    .command(program: words[0], reason: reason)
  }

  /// Starts the program in a process group of its own, so that it can be ended with all that it started, and
  /// with signals as programs expect them.
  private func start(output: Int32) -> Result<pid_t, SecretFault> {
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    cm_inherit_standard_only(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var process = pid_t()
    let fault = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    return fault == 0
      ? .success(process) : .failure(failed("cannot be started: \(SystemWords.of(fault))"))
  }

  /// Reads until the end; `nil` where that takes too long, or the memory is full before.
  private func fill(
    _ memory: UnsafeMutableRawBufferPointer,
    from descriptor: Int32,
    _ looks: inout Int
  ) -> Int? {
    var count = 0
    while count < memory.count, looks > 0 {
      looks -= 1
      var pipe = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&pipe, 1, Self.wait) > 0 else { continue }
      let more = Descriptor.read(descriptor, into: memory, at: count)
      if more <= 0 { return count }
      count += more
    }
    return nil
  }

  /// The exit status; `nil` where the program had to be killed.
  private func end(of process: pid_t, isOver: Bool, _ looks: inout Int) -> Int32? {
    var status: Int32 = 0
    while isOver, looks > 0 {
      if waitpid(process, &status, WNOHANG) == process {
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
      }
      looks -= 1
      poll(nil, 0, Self.wait)
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return nil
  }
}
