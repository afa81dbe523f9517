import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Import

/// The mailbox messages beside these tests, and what reading each must give.
///
/// `RECORD_MESSAGES=1` writes the outcomes anew and fails, so that nobody takes a recording for a test.
enum MailCorpus {
  static let shop: Set<String> = ["shop@shop.example"]

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path("Mail"))) ?? []
    return files.filter { $0.hasSuffix(".eml") }.map { String($0.dropLast(4)) }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path("Mail/\(name).eml"))))
  }

  /// Options on the evening of the day on which these messages were written.
  static func options(_ format: ImportFormat? = nil) -> ImportOptions {
    var options = ImportOptions(
      format: format, now: Instant(milliseconds: 1_795_820_400_000))
    options.shopAddresses = shop
    return options
  }

  static func read(_ name: String) throws -> Outcome {
    outcome(try bytes(name), options())
  }

  /// Compares what was made of all messages with the kept outcomes.
  static func check() throws {
    let text = try names.map { "== \($0)\n\(words(of: try read($0)))" }.joined()
    let file = URL(fileURLWithPath: path("mail-outcomes.txt"))
    if ProcessInfo.processInfo.environment["RECORD_MESSAGES"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("the outcomes were recorded")
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "== ")
    let found = text.components(separatedBy: "== ")
    #expect(kept.count == found.count)
    for (old, new) in zip(kept, found) { #expect(old == new) }
  }

  private static func words(of outcome: Outcome) -> String {
    let lines =
      outcome.mails.flatMap(lines)
      + outcome.rejections.map { "refused: \($0.words)" }
      + (outcome.ignored > 0 ? ["ignored"] : [])
    return lines.map { "\($0)\n" }.joined()
  }

  private static func lines(_ mail: ImportedMail) -> [String] {
    [
      "\(mail.kind.rawValue) \(ISO8601.text(mail.at)) order \(mail.order ?? "none")",
      "keys: \(mail.keys.map(\.text).joined(separator: " ")); name: \(mail.name)",
      "identity: \(mail.identity)",
    ]
      + (mail.earlier.isEmpty
        ? [] : ["earlier: \(mail.earlier.map(\.text).joined(separator: " "))"])
      + (mail.remark.isEmpty ? [] : ["remark: \(mail.remark)"])
      + mail.text.split(separator: "\n", omittingEmptySubsequences: false).map { "| \($0)" }
  }
}
