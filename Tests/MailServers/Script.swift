import ChildProcesses
import Foundation
import Synchronization

/// A server of ours in Python, in a process of its own that ends when this one does.
final class Script: Sendable {
  /// How long a server may take to end of its own will, in milliseconds.
  private static let patience = 10_000

  private let process: Mutex<Child>
  private let input: Int32
  private let output: Int32

  /// Starts a script with arguments.
  init(_ name: String, _ arguments: [String] = []) throws {
    let (toScript, fromScript) = (try Ends(), try Ends())
    defer {
      close(toScript.reading)
      close(fromScript.writing)
    }
    let child = try Child(
      [Self.python, Self.path(name)] + arguments,
      input: toScript.reading, output: fromScript.writing)
    process = Mutex(child)
    input = toScript.writing
    output = fromScript.reading
  }

  /// It is told to end by the end of its input, and killed where it does not.
  deinit {
    close(input)
    var farewell = pollfd(fd: output, events: 0, revents: 0)
    poll(&farewell, 1, Int32(Self.patience))
    close(output)
    process.withLock { child in
      child.send(SIGKILL)
      child.wait()
    }
  }

  /// The path of one of the scripts.
  static func path(_ name: String) -> String {
    Bundle.module.bundlePath + "/Scripts/\(name)"
  }

  /// The Python for which Debian's packages are installed, where it is there.
  private static let python: String = {
    let ofDebian = "/usr/bin/python3"
    guard !FileManager.default.isExecutableFile(atPath: ofDebian) else { return ofDebian }
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/python3" }
      .first(where: FileManager.default.isExecutableFile(atPath:)) ?? ofDebian
  }()

  /// Writes a line of JSON.
  func tell(_ value: some Encodable) throws {
    let handle = FileHandle(fileDescriptor: input, closeOnDealloc: false)
    try handle.write(contentsOf: JSONEncoder().encode(value) + Data("\n".utf8))
  }

  /// Waits for a line of JSON.
  func answer<Answer: Decodable>(_ type: Answer.Type) throws -> Answer {
    var line = Data()
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return try JSONDecoder().decode(type, from: line)
  }
}

/// The two ends of a pipe, which no program inherits.
private struct Ends {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}
