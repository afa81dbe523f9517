import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Mail

/// The messages beside these tests, and what reading each must give.
///
/// `RECORD_MESSAGES=1` writes the readings anew and fails, so that nobody takes a recording for a test.
enum Messages {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Messages")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".eml") }.map { String($0.dropLast(4)) }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent("\(name).eml")))
  }

  static func read(_ name: String) throws -> ParsedMessage {
    ParsedMessage(try bytes(name)[...])
  }

  /// Compares what was read of a message with the kept reading.
  static func check(_ name: String) throws {
    let reading = text(of: try read(name))
    let file = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_MESSAGES"] == "1" {
      try reading.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == reading)
  }

  /// Everything that reading gives, one line for each thing, then the text.
  private static func text(of message: ParsedMessage) -> String {
    let from = message.header.addresses("from").addresses + message.header.addresses("cc").addresses
    let lines =
      ["subject: \(message.header.text("subject"))"]
      + from.map { "address: \($0.name) <\($0.text)>" }
      + ["date: \(message.header.instant("date").map { ISO8601.text($0) } ?? "none")"]
      + ["id: \(message.header.references("message-id").map(\.text).joined(separator: " "))"]
      + message.enclosed.map { "enclosed: \($0.fields.map(\.name).joined(separator: " "))" }
      + message.remarks.map { "remark: \($0.words)" }
      + [message.isPlain ? "plain" : "from markup"]
    return lines.joined(separator: "\n") + "\n\n" + message.text + "\n"
  }
}
