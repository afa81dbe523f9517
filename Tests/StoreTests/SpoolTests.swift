import AmendsPolicy
import Foundation
import GRDB
import Ledger
import Testing

@testable import Store

@Suite("The spool")
struct SpoolTests {
  private static let hostile = "a\tb c%\n\u{301}\u{0}é\u{202E}"

  private static let permit = SpooledPermit(
    outbox: hostile, at: .hours(3), order: .plain(.order("114-7863528-5212210")),
    keys: [.plain(.reviewer(hostile)), .plain(.relay("a@b.example")), .plain(.review("R 1"))])

  @Test(
    "every line reads back as it was written",
    arguments: [
      SpoolLine.head(SpoolHead(salt: "ab12", begun: .hours(-5), edition: 7)), .permit(permit),
      .permit(SpooledPermit(outbox: "o", at: .hours(0), order: nil, keys: [])),
      .closed(outbox: "o", wasSent: true, at: .hours(1)),
      .closed(outbox: hostile, wasSent: false, at: .hours(-1)),
    ])
  func roundTrip(_ line: SpoolLine) {
    #expect(line.text.hasSuffix("\n"))
    #expect(!line.text.dropLast().utf8.contains(UInt8(ascii: "\n")))
    #expect(SpoolLine(line.text.dropLast()) == line)
  }

  @Test("no byte can be changed, taken away or added unnoticed")
  func damage() {
    let line = Array(SpoolLine.permit(Self.permit).text.dropLast().utf8)
    for index in line.indices {
      var changed = line
      changed[index] ^= 1
      #expect(SpoolLine(String(decoding: changed, as: UTF8.self)) == nil)
      changed.remove(at: index)
      #expect(SpoolLine(String(decoding: changed, as: UTF8.self)) == nil)
    }
    #expect(SpoolLine(String(decoding: line, as: UTF8.self) + "0") == nil)
  }

  /// A desk with one reply that is queued.
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    let review = try desk.review("R1", by: [.reviewer("A"), .relay("a@marketplace.amazon.com")])
    try desk.queue("o1", for: review, order: "114-7863528-5212210")
    return desk
  }

  private func permits(_ desk: TestDesk) throws -> [SpooledPermit] {
    try desk.store.spool.content(from: SpoolPlace()).permits
  }

  @Test("a permit is in it before anybody may send, with every key of the person")
  func beforeTheDot() throws {
    let desk = try desk()
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    #expect(
      try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "email")
        == .granted)
    let permit = try #require(try permits(desk).first)
    #expect(permit.outbox == "o1")
    #expect(permit.at == .hours(0))
    #expect(permit.order == .plain(.order("114-7863528-5212210")))
    #expect(
      Set(permit.keys) == [.plain(.reviewer("A")), .plain(.relay("a@marketplace.amazon.com"))])
  }

  @Test("what became of it follows: sent at its time, void is no contact")
  func outcomes() throws {
    let desk = try desk()
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    _ = try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "email")
    try desk.store.finish(
      claim.item.id, fence: claim.fence, .undone(reason: "no connection"), at: .hours(1))
    #expect(try permits(desk).isEmpty)
    #expect(try desk.send("o1", at: .hours(2)) == .granted)
    #expect(try permits(desk).map(\.at) == [.hours(2)])
  }

  @Test("where it takes no entry nothing may leave: the permit is void, and the reply queued again")
  func refused() throws {
    let desk = try desk()
    try FileManager.default.removeItem(atPath: desk.path("desk.spool"))
    try FileManager.default.createSymbolicLink(
      atPath: desk.path("desk.spool"), withDestinationPath: "/etc/passwd")
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    let error = #expect(throws: DeskError.self) {
      try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "email")
    }
    #expect(error?.description.contains(desk.path("desk.spool")) == true)
    #expect(try desk.state("o1") == .queued)
    #expect(try desk.sql("SELECT outcome FROM permit").map { $0[0] as String } == ["void"])
    try FileManager.default.removeItem(atPath: desk.path("desk.spool"))
    try desk.store.spool.begin(at: .hours(0))
    #expect(try desk.send("o1", at: .hours(0)) == .granted)
  }

  @Test("a line that a crash left without its end is taken away by the next")
  func tornEnd() throws {
    let desk = try desk()
    let handle = try #require(FileHandle(forWritingAtPath: desk.path("desk.spool")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data((String(repeating: "permit\t17", count: 1000)).utf8))
    try handle.close()
    #expect(try desk.send("o1", at: .hours(0)) == .granted)
    let content = try desk.store.spool.content(from: SpoolPlace())
    #expect(content.damagedLines == 0)
    #expect(content.permits.map(\.outbox) == ["o1"])
  }

  @Test("an erased person's keys are hashes that fit the same keys again")
  func erased() throws {
    let desk = try desk()
    #expect(try desk.send("o1", at: .hours(0)) == .granted)
    try desk.store.hashInSpool([
      .reviewer("A"), .relay("a@marketplace.amazon.com"), .order("114-7863528-5212210"),
    ])
    let text = try String(contentsOfFile: desk.path("desk.spool"), encoding: .utf8)
    for trace in ["a@marketplace", "114-7863528", "reviewer:A"] { #expect(!text.contains(trace)) }
    let content = try desk.store.spool.content(from: SpoolPlace())
    let salt = try #require(content.head?.salt)
    let permit = try #require(content.permits.first)
    let hash = SpoolKey.hash(of: .reviewer("A"), salt)
    #expect(permit.keys.contains(.hashed(kind: "reviewer", hash: hash)))
    let again = try desk.again()
    #expect(try again.freezes().isEmpty)
    try again.close()
  }
}
