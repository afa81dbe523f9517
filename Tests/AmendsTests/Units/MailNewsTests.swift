import AmendsPolicy
import Foundation
import Import
import Ledger
import Store
import Testing

@testable import Amends

@Suite("News of a watched mailbox")
struct MailNewsTests {
  private let desk: ProgramDesk
  private let store: DeskStore
  private static let now = Instant(milliseconds: 1_795_824_000_000)

  init() throws {
    desk = try ProgramDesk()
    store = try desk.store()
  }

  private func take(_ path: String) throws -> MailNewsSummary {
    try MailNews(store: store, agent: "amy", path: path, options: ImportOptions(now: Self.now))
      .take()
  }

  private func append(_ text: String, to path: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test("of a Maildir each message is read once, wherever it is moved")
  func maildir() throws {
    let path = try desk.maildir("box", ["1.a": MailSamples.buyer("a", "One")])
    #expect(try take(path).words(of: path) == "1 new message from buyers")
    #expect(try take(path).words(of: path) == nil)
    try FileManager.default.moveItem(atPath: path + "/new/1.a", toPath: path + "/cur/1.a:2,S")
    try desk.write("box/new/2.b", MailSamples.buyer("b", "Two"))
    try desk.write("box/new/3.c", MailSamples.buyer("c", "Three", from: "x@evil.example"))
    #expect(
      try take(path).words(of: path)
        == "1 new message from buyers, 1 refused: amends import '\(path)' tells why")
    #expect(try take(path) == MailNewsSummary())
    #expect(try store.filesRead(of: path) == ["1.a", "2.b", "3.c"])
  }

  @Test("of an mbox file only what was added is read")
  func mbox() throws {
    let path = try desk.write("box", "")
    #expect(try take(path) == MailNewsSummary())
    try append(MailSamples.mbox([MailSamples.buyer("a", "One")]), to: path)
    #expect(try take(path).tally.messages == 1)
    let first = try #require(try store.mark(of: path))
    #expect(try take(path) == MailNewsSummary())
    try append(
      "\n" + MailSamples.mbox([MailSamples.buyer("b", "Two"), MailSamples.sent("c", "Three")]),
      to: path)
    #expect(try take(path).words(of: path) == "1 new message from buyers, 1 contact made elsewhere")
    let second = try #require(try store.mark(of: path))
    #expect(second.offset > first.offset && second.inode == first.inode)
  }

  @Test("a file that was rewritten is read anew, which changes nothing that is known")
  func rewritten() throws {
    let messages = [MailSamples.buyer("a", "One"), MailSamples.buyer("b", "Two")]
    let path = try desk.write("box", MailSamples.mbox(messages))
    #expect(try take(path).tally.messages == 2)
    try Data(MailSamples.mbox([messages[1], MailSamples.buyer("c", "Three")]).utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(try take(path).tally.messages == 1)
    try Data(MailSamples.mbox([MailSamples.buyer("d", "Four")]).utf8)
      .write(to: URL(fileURLWithPath: path), options: .atomic)
    #expect(try take(path).tally.messages == 1)
  }

  @Test("a file that somebody writes to waits until that is done")
  func busy() throws {
    let path = try desk.write("box", MailSamples.mbox([MailSamples.buyer("a", "One")]))
    try desk.write("box.lock", "")
    #expect(try take(path) == MailNewsSummary())
    try FileManager.default.removeItem(atPath: path + ".lock")
    let writer = open(path, O_RDWR)
    #expect(flock(writer, LOCK_EX) == 0)
    #expect(try take(path) == MailNewsSummary())
    close(writer)
    #expect(try take(path).tally.messages == 1)
  }

  @Test("what is missing or no mailbox is said")
  func missing() throws {
    for path in [desk.path("nowhere"), try desk.write("notes", "hello\n")] {
      #expect(throws: ImportFailure.self) { try take(path) }
    }
  }
}
