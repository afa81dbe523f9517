import ChildProcesses
import Foundation
import Store
import Testing

/// What a run of the program gave.
struct ProgramRun {
  var status: Int32
  var output: String
  var errors: String

  /// The lines of the answer.
  var lines: [String] { output.split(separator: "\n").map { String($0) } }

  /// The answer's lines as JSON objects.
  func objects() throws -> [[String: Any]] {
    try lines.map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(value as? [String: Any])
    }
  }

  /// The answer as one JSON object.
  func object() throws -> [String: Any] {
    let objects = try objects()
    #expect(objects.count == 1)
    return try #require(objects.first)
  }
}

/// A desk in a folder of its own, and the real program to work on it.
final class ProgramDesk {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "amends-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    RuleImages.lend(to: folder, of: Program.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A path in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Writes a file into the folder and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  /// Writes bytes into the folder and gives their path.
  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// The text of a file in the folder.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// The permission bits of a file in the folder.
  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  /// The names in the folder, but for what was lent.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0 != "cache" }.sorted()
  }

  /// Runs the program on this desk.
  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> ProgramRun {
    try Program.run(arguments + ["--desk", folder], input: Data(input.utf8), home: folder)
  }

  /// Opens the desk beside the program.
  func store() throws -> DeskStore { try DeskStore(at: folder) }
}

/// The program that this test run has built.
enum Program {
  static var path: String {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for candidate in [folder, folder.deletingLastPathComponent().deletingLastPathComponent()] {
      let path = candidate.appendingPathComponent("amends").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.appendingPathComponent(".build/debug/amends").path
  }

  /// Runs the program with nothing of this machine's environment.
  static func run(
    _ arguments: [String],
    input: Data = Data(),
    home: String,
    environment: [String: String] = [:]
  ) throws -> ProgramRun {
    let process = Process()
    let scratch = NSTemporaryDirectory() + "amends-run-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try input.write(to: URL(fileURLWithPath: scratch + "/in"))
    for name in ["out", "err"] {
      try Data().write(to: URL(fileURLWithPath: "\(scratch)/\(name)"))
    }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = [
      "HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "TMPDIR": scratch,
    ].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: scratch + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
    try process.run()
    process.waitUntilExit()
    return ProgramRun(
      status: process.terminationStatus, output: try text(scratch + "/out"),
      errors: try text(scratch + "/err"))
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}
