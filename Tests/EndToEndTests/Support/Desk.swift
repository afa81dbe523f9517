import AmendsPolicy
import ChildProcesses
import Foundation
import Store
import Testing

/// A desk in a folder of its own, with the real program to work on it.
final class Desk {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "amends-e2e-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    RuleImages.lend(to: folder, of: Self.program)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The program that this test run has built.
  static var program: String {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for candidate in [folder, folder.deletingLastPathComponent().deletingLastPathComponent()] {
      let path = candidate.appendingPathComponent("amends").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return Self.buildFolder + "/amends"
  }

  /// Where the package manager puts programs when it runs tests through a runner of its own.
  private static var buildFolder: String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let package = tests.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.appendingPathComponent(".build/debug").path
  }

  /// Writes a file beside the desk and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Runs the program without a screen; gives its exit status and what it wrote.
  @discardableResult
  func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["--desk", folder] + arguments
    process.environment = TmuxControl.environment(home: folder)
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// The desk's database, opened beside the program.
  func store() throws -> DeskStore { try DeskStore(at: folder) }
}
