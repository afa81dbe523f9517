import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Delivery

@Suite("A Maildir that fails")
struct MaildirFaultTests {
  private let scratch: Scratch
  private let maildir: Maildir

  init() throws {
    scratch = try Scratch()
    maildir = Maildir(path: "\(scratch.path)/Mail", sender: try Sample.shop())
  }

  private let attempt = Fence(item: Sample.id, number: 1)

  private func prepare() throws -> WrittenMessage {
    try maildir.prepare(Sample.letter(), as: attempt, at: Sample.now)
  }

  private func fault(_ operation: String, _ path: String, _ code: Int32) -> CarrierFault {
    .file(FileFault(operation: operation, path: "\(scratch.path)/\(path)", code: code))
  }

  @Test("a folder that is a file is named", arguments: ["tmp", "new", "cur"])
  func notAFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/Mail", withIntermediateDirectories: false)
    try scratch.write("Mail/\(name)")
    #expect(throws: fault("open", "Mail/\(name)", ENOTDIR)) { try prepare() }
    #expect(throws: fault("open", "Mail/\(name)", ENOTDIR)) { try maildir.trace(attempt) }
  }

  @Test("a folder that is a link is refused", arguments: ["tmp", "new", "cur"])
  func link(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/Mail", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/Mail/\(name)", withDestinationPath: scratch.path)
    #expect(throws: CarrierFault.self) { try prepare() }
    #expect(scratch.names("") == ["Mail"])
  }

  @Test("a missing parent folder is named")
  func missingParent() throws {
    let lost = Maildir(path: "\(scratch.path)/no/Mail", sender: try Sample.shop())
    let expected = fault("make", "no/Mail", ENOENT)
    #expect(throws: expected) {
      try lost.prepare(Sample.letter(), as: attempt, at: Sample.now)
    }
    #expect(expected.inWords.hasSuffix("no/Mail: No such file or directory"))
  }

  @Test("a name that is taken in tmp is not overwritten")
  func taken() throws {
    _ = try maildir.trace(attempt)
    let name = "1795788189.A1_\(Sample.id.text).amends"
    try scratch.write("Mail/tmp/\(name)", [1])
    #expect(throws: fault("create", "Mail/tmp/\(name)", EEXIST)) { try prepare() }
    #expect(try scratch.bytes("Mail/tmp/\(name)") == [1])
  }

  @Test("where new is gone at the last moment, nothing has left and nothing waits")
  func newGone() throws {
    let ready = try prepare()
    try FileManager.default.removeItem(atPath: "\(scratch.path)/Mail/new")
    try scratch.write("Mail/new")
    guard case .undone(let reason) = ready.leave() else {
      Issue.record("not undone")
      return
    }
    #expect(reason.contains("Mail/new"))
    #expect(try scratch.bytes("Mail/new") == [])
  }

  @Test("a message that cannot be moved is taken back: it certainly did not leave")
  func blockedMove() throws {
    let ready = try prepare()
    let name = scratch.names("Mail/tmp")[0]
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/Mail/new/\(name)", withIntermediateDirectories: false)
    guard case .undone = ready.leave() else {
      Issue.record("not undone")
      return
    }
    #expect(scratch.names("Mail/tmp") == [])
  }

  @Test("an identity that makes no file name is refused before anything is written")
  func identity() throws {
    let id = OutboxID(String(repeating: "x", count: 121))
    #expect(throws: CarrierFault.unusableIdentity) {
      try maildir.prepare(
        Sample.letter(item: id), as: Fence(item: id, number: 1), at: Sample.now)
    }
    #expect(throws: CarrierFault.unusableIdentity) { try maildir.trace(Fence(item: id, number: 1)) }
    #expect(scratch.names("") == [])
  }
}
