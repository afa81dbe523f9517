import Foundation
import Testing

/// A folder of terminfo entries that lives as long as the test.
final class TerminfoFolder {
  let path: String

  /// Compiles entries, which may use those of the machine.
  init(_ source: String) throws {
    path = NSTemporaryDirectory() + "amends-terminfo-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let file = path + "/source"
    try (source + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["tic", "-x", "-o", path, file]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
