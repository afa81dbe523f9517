import AmendsPolicy
import ChildProcesses
import Foundation
import Glibc
import Proof
import Testing

/// The mail server of a test, and what it has accepted: the witness of the torture.
final class MailServer {
  /// A message that the server has accepted.
  struct Accepted: Decodable, Hashable {
    /// When, in UTC milliseconds.
    var at: Int64
    /// The item's identity, as the message states it.
    var id: String
    /// The alias that it went to.
    var to: String
  }

  /// What it answers to the dot.
  enum Answers: String {
    /// Any answer, by chance.
    case faults
    /// What the recipient's alias begins with, once.
    case byRecipient = "by-recipient"
  }

  let port: UInt16
  private let child: Child
  private let log: String

  init(log: String, seed: UInt64, _ answers: Answers) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    child = try Child(
      ["/usr/bin/env", "python3", Programs.mailServer, log, "\(seed)", answers.rawValue],
      output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(ends[0], &bytes, bytes.count)
    let text = String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    port = try #require(UInt16(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    self.log = log
  }

  /// Everything that was accepted so far.
  func accepted() throws -> [Accepted] {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Accepted.self, from: Data($0.utf8))
    }
  }
}

extension [MailServer.Accepted] {
  /// How many were accepted more than once: each time after the first counts.
  var duplicates: Int { count - Set(map(\.id)).count }

  /// How many came too soon after the one before to the same customer.
  func early(_ interval: Span) -> Int {
    let numbers = Dictionary(
      uniqueKeysWithValues: Set(map(\.to)).enumerated().map { ($0.element, $0.offset) })
    let contacts = map {
      MadeContact(customer: numbers[$0.to] ?? 0, at: Instant(milliseconds: $0.at))
    }
    return ContactCheck(contacts, interval: interval, cap: .max).violations
  }
}
