import CMachine
import Glibc
import Testing

/// The probe on a terminal of its own, whose other side is held by the test.
final class PseudoTerminal {
  /// How long a program may take to show something before the test fails, in milliseconds.
  private static let patience = 10_000
  /// Requests of ioctl(2) that are macros, and a flag of posix_spawn(3) that is GNU's.
  private static let numberOfTerminal: UInt = 0x8004_5430
  private static let lock: UInt = 0x4004_5431
  private static let setSize: UInt = 0x5414
  private static let newSession: Int16 = 0x80

  let process: pid_t
  private var side: Int32
  /// All that the program has sent.
  private(set) var output: [UInt8] = []
  private var hasEnded = false

  init(environment: [String] = ["TERM=xterm-256color", "LC_ALL=C.UTF-8"]) throws {
    side = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    try #require(side >= 0 && ioctl(side, Self.lock, &unlocked) == 0)
    try #require(ioctl(side, Self.numberOfTerminal, &number) == 0)
    let directory = try Self.directoryOfTests()
    process = try Self.spawn(
      directory + "/TerminalProbe", on: "/dev/pts/\(number)",
      environment: environment + ["PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no"])
    resize(rows: 10, columns: 40)
  }

  deinit {
    hangUp()
    guard !hasEnded else { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  private static func directoryOfTests() throws -> String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    try #require(count > 0)
    let bytes = path.prefix(count).map { UInt8(bitPattern: $0) }
    return bytes.split(separator: UInt8(ascii: "/")).dropLast()
      .map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// Starts a program as the leader of a session, whose terminal is the first that it opens.
  private static func spawn(
    _ path: String,
    on terminal: String,
    environment: [String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for descriptor in Int32(0)..<3 {
      posix_spawn_file_actions_addopen(&actions, descriptor, terminal, O_RDWR, 0)
    }
    cm_inherit_standard_only(&actions)
    posix_spawnattr_setflags(&attributes, newSession)
    let arguments = [strdup(path), nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, path, &actions, &attributes, arguments, variables)
    try #require(failure == 0, "\(path) could not be started: \(failure)")
    return process
  }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(side, Self.setSize, &size)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(side, bytes, bytes.count)
  }

  /// Closes the test's side, as a terminal does whose window is closed.
  func hangUp() {
    guard side >= 0 else { return }
    close(side)
    side = -1
  }

  /// Waits until the program has sent a text since the given byte.
  func expect(_ text: String, after start: Int = 0) {
    let wanted = Array(text.utf8)
    while !Array(output.dropFirst(start)).contains(wanted) {
      guard readMore() else {
        Issue.record("“\(text)” did not come; came: \(String(decoding: output, as: UTF8.self))")
        return
      }
    }
  }

  private func isReadable(for milliseconds: Int) -> Bool {
    var wanted = pollfd(fd: side, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, Int32(milliseconds)) == 1
  }

  private func readMore() -> Bool {
    guard isReadable(for: Self.patience) else { return false }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(side, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += bytes.prefix(count)
    return true
  }

  /// Has the program stop as for a shell, and waits until it has.
  func stop() {
    kill(process, SIGTSTP)
    var status: Int32 = 0
    for _ in 0..<Self.patience / 10 {
      if waitpid(process, &status, WNOHANG | WUNTRACED) == process { break }
      poll(nil, 0, 10)
    }
    if status & 0xFF != 0x7F { Issue.record("the program did not stop") }
    while isReadable(for: 0), readMore() {}
  }

  /// Waits for the end of the program; its status as waitpid(2) gives it, `nil` when it goes on.
  func end() -> Int32? {
    while side >= 0, readMore() {}
    var status: Int32 = 0
    for _ in 0..<Self.patience / 10 {
      hasEnded = waitpid(process, &status, WNOHANG) == process
      if hasEnded { return status }
      poll(nil, 0, 10)
    }
    return nil
  }
}
