import Foundation
import Synchronization

/// A server of ours in Python, in a process of its own that ends when this one does.
final class Script: Sendable {
  private let process: Mutex<Process>
  private let input: FileHandle
  private let output: Int32
  private let outputHandle: FileHandle

  /// Starts a script with arguments.
  init(_ name: String, _ arguments: [String] = []) throws {
    let child = Process()
    let (input, output) = (Pipe(), Pipe())
    child.executableURL = URL(fileURLWithPath: Self.python)
    child.arguments = [Self.path(name)] + arguments
    child.standardInput = input
    child.standardOutput = output
    try child.run()
    self.input = input.fileHandleForWriting
    outputHandle = output.fileHandleForReading
    self.output = outputHandle.fileDescriptor
    process = Mutex(child)
  }

  deinit {
    try? input.close()
    process.withLock { $0.waitUntilExit() }
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
    try input.write(contentsOf: JSONEncoder().encode(value) + Data("\n".utf8))
  }

  /// Waits for a line of JSON.
  func answer<Answer: Decodable>(_ type: Answer.Type) throws -> Answer {
    var line = Data()
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return try JSONDecoder().decode(type, from: line)
  }
}
