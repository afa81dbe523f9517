import Foundation
import Glibc
import Ledger
import Testing

@testable import Import

/// A folder of its own, gone when the test is over.
final class MailScratch {
  let path = NSTemporaryDirectory() + "amends-mail-" + UUID().uuidString

  init() throws { try make("") }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func make(_ folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
  }

  /// A Maildir with some messages of the corpus.
  func maildir(new: [String], cur: [String] = []) throws {
    for folder in ["new", "cur", "tmp"] { try make(folder) }
    for (index, name) in new.enumerated() {
      try write("new/17000000\(10 + index).M\(index).host", try MailCorpus.bytes(name))
    }
    for (index, name) in cur.enumerated() {
      try write("cur/17000000\(50 + index).M\(index).host:2,S", try MailCorpus.bytes(name))
    }
  }
}

@Suite("Folders of mail")
struct FolderTests {
  private func read(_ scratch: MailScratch) throws -> Outcome {
    outcome(try .file(scratch.path), MailCorpus.options())
  }

  @Test("a Maildir is read, new and cur, in the order of arrival, and left as it is")
  func maildir() throws {
    let scratch = try MailScratch()
    try scratch.maildir(
      new: ["buyer-en", "fake-subdomain"], cur: ["buyer-de", "stranger-newsletter"])
    try scratch.write("tmp/1.half", Array("From: x".utf8))
    try scratch.write("new/.hidden", Array("From: x".utf8))
    let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.path)
    let file = try read(scratch)
    #expect(file.format == .mail)
    #expect(file.mails.map(\.keys.first?.text.last) == ["m", "e"])
    #expect(file.ignored == 1)
    #expect(file.rejections.map(\.file) == ["new/1700000011.M1.host"])
    #expect(
      file.rejections.first?.words.hasPrefix("new/1700000011.M1.host, line 1, column") == true)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path) == before)
  }

  @Test("drafts are not sent, and links that lead nowhere are nothing")
  func drafts() throws {
    let scratch = try MailScratch()
    try scratch.maildir(new: [])
    try scratch.write("cur/1.a:2,DS", try MailCorpus.bytes("own-sent"))
    try scratch.write("cur/2.a:2,RS", try MailCorpus.bytes("own-sent"))
    #expect(symlink("/nowhere/at/all", "\(scratch.path)/cur/3.a:2,") == 0)
    #expect(mkfifo("\(scratch.path)/cur/4.a:2,", 0o600) == 0)
    #expect(try read(scratch).mails.count == 1)
  }

  @Test(
    "a message that is moved while the folder is read is found, one that vanishes is passed over")
  func vanishing() throws {
    let scratch = try MailScratch()
    try scratch.maildir(new: ["buyer-en", "buyer-de", "buyer-fr"])
    let feed = try FolderFeed(try MessageFolder(scratch.path), limit: 1 << 20)
    #expect(
      rename(
        "\(scratch.path)/new/1700000010.M0.host", "\(scratch.path)/cur/1700000010.M0.host:2,S") == 0
    )
    #expect(unlink("\(scratch.path)/new/1700000011.M1.host") == 0)
    var found: [Int] = []
    while let message = try feed.next() { found.append(message.size) }
    #expect(
      found == [try MailCorpus.bytes("buyer-en").count, try MailCorpus.bytes("buyer-fr").count])
  }

  @Test("a file that cannot be read costs itself alone", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let scratch = try MailScratch()
    try scratch.maildir(new: ["buyer-en", "buyer-de"])
    #expect(chmod("\(scratch.path)/new/1700000010.M0.host", 0) == 0)
    let file = try read(scratch)
    #expect(file.mails.count == 1)
    #expect(file.rejections.map(\.reason) == ["cannot be read: Permission denied"])
  }

  @Test("a damaged compressed message costs itself alone")
  func damaged() throws {
    let scratch = try MailScratch()
    try scratch.maildir(new: ["buyer-en"])
    try scratch.write("new/1800000000.x", [0x1F, 0x8B, 8, 0, 1, 2, 3])
    let file = try read(scratch)
    #expect(file.mails.count == 1 && file.rejections.count == 1)
  }

  @Test("a folder of .eml files is read, others in it are not")
  func files() throws {
    let scratch = try MailScratch()
    try scratch.write("b.EML", try MailCorpus.bytes("buyer-en"))
    try scratch.write("a.eml", try MailCorpus.bytes("buyer-de"))
    try scratch.write("notes.txt", Array("From: nobody".utf8))
    #expect(try read(scratch).mails.count == 2)
  }

  @Test("a folder is mail and nothing else")
  func format() throws {
    let scratch = try MailScratch()
    #expect(throws: ImportError.self) { try ImportSource.file(scratch.path) }
    try scratch.maildir(new: [])
    #expect(try read(scratch).rows.isEmpty)
    let other = outcome(try .file(scratch.path), try options(.contactsCSV))
    #expect(other.failure?.description.contains("can only be mail") == true)
  }
}
