import Glibc

/// Many copies of this program that begin their work at the same moment.
///
/// Each says that it is ready by a byte on its standard output, and begins when its standard input ends.
final class Crew {
  /// How long nobody may get ready before the rest begins without them.
  private static let patience: Int32 = 20_000

  private var processes: [pid_t] = []
  private let ready: Pipe
  private let go: Pipe

  /// Starts a copy for each line of arguments.
  ///
  /// - Throws: `Failure` where one cannot be started; the others end at once.
  init(_ lines: [[String]]) throws(Failure) {
    ready = try Pipe()
    go = try Pipe()
    for line in lines {
      guard
        let process = ChildProcess.start(
          [OwnProcess.path] + line, input: go.reading, output: ready.writing)
      else {
        let reason = String(cString: strerror(errno))
        for process in processes {
          kill(process, SIGKILL)
          _ = ChildProcess.wait(process)
        }
        throw Failure(.part, "the program cannot start itself so often: \(reason)")
      }
      processes.append(process)
    }
  }

  /// Lets all begin once they are ready, and waits until they have ended.
  func work() {
    var waiting = processes.count
    var entry = pollfd(fd: ready.reading, events: Int16(POLLIN), revents: 0)
    var bytes = [UInt8](repeating: 0, count: processes.count)
    while waiting > 0, poll(&entry, 1, Self.patience) > 0 {
      waiting -= max(1, read(ready.reading, &bytes, bytes.count))
    }
    go.endWriting()
    for process in processes { _ = ChildProcess.wait(process) }
  }

  /// What a copy does when it is ready: says so, and waits until all are.
  static func meet() {
    var byte: UInt8 = 0
    _ = write(STDOUT_FILENO, &byte, 1)
    while read(STDIN_FILENO, &byte, 1) > 0 {}
  }
}

/// Two ends between which bytes go, neither of which a started program gets by accident.
private final class Pipe {
  let reading: Int32
  private(set) var writing: Int32

  init() throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure(.part, "no pipe can be made: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    endWriting()
    close(reading)
  }

  /// Ends what the other side reads.
  func endWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}
