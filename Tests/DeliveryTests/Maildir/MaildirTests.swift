import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Delivery

@Suite("A Maildir as a carrier")
struct MaildirTests {
  private let scratch: Scratch
  private let maildir: Maildir

  init() throws {
    scratch = try Scratch()
    maildir = Maildir(path: "\(scratch.path)/Mail", sender: try Sample.shop())
  }

  private func attempt(_ number: Int64 = 1, _ item: OutboxID = Sample.id) -> Fence {
    Fence(item: item, number: number)
  }

  private func prepare(_ number: Int64 = 1, _ item: OutboxID = Sample.id) throws -> WrittenMessage {
    try maildir.prepare(Sample.letter(item: item), as: attempt(number, item), at: Sample.now)
  }

  private static let name = "1795788189.A1_\(Sample.id.text).amends"

  @Test("the message waits in tmp and appears in new")
  func leaves() throws {
    let ready = try prepare()
    #expect(scratch.names("Mail/tmp") == [Self.name])
    #expect(scratch.names("Mail/new") == [])
    let written = try scratch.bytes("Mail/tmp/\(Self.name)")
    #expect(ready.leave() == .sent)
    #expect(scratch.names("Mail/tmp") == [])
    #expect(scratch.names("Mail/new") == [Self.name])
    #expect(try scratch.bytes("Mail/new/\(Self.name)") == written)
    let message = try MailMessage(Sample.letter(), from: try Sample.shop(), at: Sample.now)
    #expect(written == message.bytes(.lineFeed))
  }

  @Test("folders are 0700 and messages 0600")
  func modes() throws {
    _ = try prepare()
    for folder in ["Mail", "Mail/tmp"] { #expect(try scratch.mode(folder) == 0o700) }
    #expect(try scratch.mode("Mail/tmp/\(Self.name)") == 0o600)
    _ = try maildir.trace(attempt(9))
    for folder in ["Mail/new", "Mail/cur"] { #expect(try scratch.mode(folder) == 0o700) }
  }

  @Test("Python's mailbox finds the message")
  func mailbox() throws {
    #expect(try prepare().leave() == .sent)
    let script = """
      import sys, mailbox
      box = mailbox.Maildir(sys.argv[1], create=False)
      print(len(box), [m["To"] for m in box][0], box.keys()[0], end="")
      """
    let output = try python(script, ["\(scratch.path)/Mail"])
    #expect(String(decoding: output, as: UTF8.self) == "1 \(Sample.relay) \(Self.name)")
  }

  @Test("a discarded message is gone")
  func discards() throws {
    try prepare().discard()
    #expect(scratch.names("Mail/tmp") == [])
    #expect(try maildir.trace(attempt()) == .unknown)
  }

  @Test("a trace stops what waits in tmp, even when its sender was only asleep")
  func stops() throws {
    let asleep = try prepare()
    #expect(try maildir.trace(attempt()) == .stopped)
    #expect(scratch.names("Mail/tmp") == [])
    guard case .undone = asleep.leave() else {
      Issue.record("it left although recovery had stopped it")
      return
    }
    #expect(scratch.names("Mail/new") == [])
  }

  @Test("a trace of one attempt leaves another's message alone")
  func otherAttempt() throws {
    let next = try prepare(2)
    #expect(try maildir.trace(attempt(1)) == .unknown)
    #expect(next.leave() == .sent)
  }

  @Test("a sleeper cannot let the next attempt's message go")
  func nextAttempt() throws {
    let asleep = try prepare(1)
    #expect(try maildir.trace(attempt(1)) == .stopped)
    let next = try prepare(2)
    #expect(asleep.leave() != .sent)
    #expect(scratch.names("Mail/new") == [])
    #expect(next.leave() == .sent)
  }

  @Test(
    "a trace finds what has left, whatever a mail reader made of its name",
    arguments: [
      "new/\(name)", "cur/\(name):2,", "cur/\(name):2,S", "cur/\(name):2,RS", "cur/\(name)",
    ])
  func finds(_ place: String) throws {
    _ = try maildir.trace(attempt())
    try scratch.write("Mail/\(place)")
    #expect(try maildir.trace(attempt()) == .left)
    #expect(throws: CarrierFault.alreadyLeft) { try prepare(2) }
    #expect(scratch.names("Mail/tmp") == [])
  }

  @Test("what a reader has taken away is not known any more")
  func takenAway() throws {
    #expect(try prepare().leave() == .sent)
    try FileManager.default.removeItem(atPath: "\(scratch.path)/Mail/new/\(Self.name)")
    #expect(try maildir.trace(attempt()) == .unknown)
  }

  @Test(
    "other items' messages are not mistaken",
    arguments: ["a_b", "b", "A1_a", "a.b", "a:2,S", "=61"])
  func others(_ other: String) throws {
    #expect(try prepare(1, OutboxID(other)).leave() == .sent)
    #expect(try maildir.trace(attempt(1, OutboxID("a"))) == .unknown)
    #expect(try prepare(1, OutboxID("a")).leave() == .sent)
    #expect(try maildir.trace(attempt(1, OutboxID("a"))) == .left)
  }

  @Test(
    "strange names in the folders do no harm",
    arguments: [
      "", ".", "..", "1.2", "x.A1.amends", "1.A1_.amends", "1._.amends", "1.A1_x.other", ":2,S",
    ])
  func strangers(_ name: String) throws {
    let identity = try MailIdentity(Sample.id)
    #expect(!MaildirName.belongs(name, to: identity))
    #expect(!MaildirName.belongs(name, to: identity, attempt: 1))
  }
}
