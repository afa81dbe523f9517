import Foundation
import Ledger
import Testing

@testable import Import

@Suite("A seller's mailbox")
struct MailboxTests {
  private static let envelope = "From someone Fri Nov 27 14:03:09 2026\n"

  /// All messages of the corpus as an mbox file, quoted as `mboxrd` has it.
  private static func mbox(_ names: [String]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for name in names {
      bytes += envelope.utf8
      for line in try MailCorpus.bytes(name).split(
        separator: 0x0A, omittingEmptySubsequences: false)
      {
        if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8) {
          bytes.append(UInt8(ascii: ">"))
        }
        bytes += line + [0x0A]
      }
    }
    return bytes
  }

  @Test("of every message what was looked at once")
  func outcomes() throws {
    #expect(MailCorpus.names.count > 60)
    try MailCorpus.check()
  }

  @Test("single messages and an mbox say the same", arguments: [1 << 18, 97])
  func mboxIsTheSame(_ portion: Int) throws {
    let file = outcome(
      try Self.mbox(MailCorpus.names), MailCorpus.options(), portion: portion)
    let single = try MailCorpus.names.map { try MailCorpus.read($0) }
    #expect(file.format == .mail)
    #expect(file.mails == single.flatMap(\.mails))
    #expect(file.rejections.map(\.reason) == single.flatMap(\.rejections).map(\.reason))
    #expect(file.ignored == single.map(\.ignored).reduce(0, +))
  }

  @Test("line ends of the wire change nothing", arguments: MailCorpus.names)
  func wire(_ name: String) throws {
    let bytes = try MailCorpus.bytes(name).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(outcome(bytes, MailCorpus.options()).mails == (try MailCorpus.read(name)).mails)
  }

  @Test("lines that begin like separators are none, and lose one mark")
  func quoting() throws {
    let text =
      Self.envelope + "From: a@b.c\nTo: wpr8hj096tpnty8@marketplace.amazon.com\n"
      + "Date: Fri, 27 Nov 2026 14:03:09 +0000\nMessage-ID: <q@b.c>\n\n"
      + "From here on it leaks.\n\nFrom there it does not.\n\n>From the shop\n>>From me\n"
    let file = outcome(text, MailCorpus.options())
    #expect(file.mails.count == 1)
    #expect(file.mails.first?.text.contains("From there it does not.") == true)
    #expect(file.mails.first?.text.contains("\nFrom the shop\n>From me") == true)
  }

  @Test("an mbox is told from where its refusals are")
  func lines() throws {
    let file = outcome(try Self.mbox(["buyer-en", "fake-subdomain"]), MailCorpus.options())
    let first = try MailCorpus.bytes("buyer-en").count { $0 == 0x0A }
    #expect(file.faults == [Fault(first + 3, "From")])
  }

  @Test("a huge message costs no more memory than a limit, and says so")
  func huge() throws {
    let head = String(decoding: try MailCorpus.bytes("buyer-en"), as: UTF8.self)
    let filler = String(repeating: "x", count: 1000) + "\n"
    let text = head + String(repeating: filler, count: 9000)
    let file = outcome(text, MailCorpus.options())
    #expect(file.mails.first?.text == "Where is my order?\nIt was due last week.")
    #expect(file.mails.first?.remark.contains("only the first 4 of its 9 MiB were read") == true)
    let oneLine = outcome(head + String(repeating: "y", count: 9 << 20), MailCorpus.options())
    #expect(oneLine.mails.count == 1)
  }

  @Test("a compressed message is read like any other")
  func gzip() throws {
    let scratch = try MailScratch()
    try scratch.write("a.eml", try MailCorpus.bytes("buyer-en"))
    try scratch.run("gzip", "\(scratch.path)/a.eml")
    let file = outcome(try .file(scratch.path), MailCorpus.options())
    #expect(file.mails == (try MailCorpus.read("buyer-en")).mails)
  }

  @Test("what is no mail is refused with --as mail", arguments: ["a,b\n1,2\n", "hello", "{}\n"])
  func none(_ text: String) {
    guard case .doesNotFit = outcome(text, MailCorpus.options(.mail)).failure else {
      Issue.record("taken for mail")
      return
    }
  }

  @Test("a message without an identity has the same one in every mailbox")
  func digest() throws {
    let bytes = try MailCorpus.bytes("buyer-no-message-id")
    let single = outcome(bytes, MailCorpus.options()).mails
    let other = outcome(
      Array("Received: by x; Fri, 27 Nov 2026 14:04:00 +0000\n".utf8) + bytes + [0x0A, 0x0A],
      MailCorpus.options()
    ).mails
    #expect(single.map(\.identity) == other.map(\.identity))
    #expect(single.first?.reference == nil)
  }

  @Test("damage is survived", arguments: MailCorpus.names)
  func damage(_ name: String) throws {
    let whole = try MailCorpus.bytes(name)
    for seed in 0..<6 {
      var random = Seeded(state: UInt64(seed))
      var bytes = whole
      for _ in 0..<6 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 30))
        default: bytes.insert(contentsOf: bytes.prefix(place).suffix(50), at: place)
        }
      }
      let file = outcome(bytes, MailCorpus.options(.mail), portion: 700)
      // Look-alikes stay what they are, whatever is broken in them.
      if name.hasPrefix("fake-"), bytes.contains(Array("amazon.com.br.golpe".utf8)) {
        #expect(file.mails.isEmpty)
      }
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: part) }
  }
}
