import AmendsPolicy
import Inbox
import Ledger
import PolicyPacks
import Screen
import Store
import Testing

@testable import Amends

/// Whatever happens to a person or a review after a reply was queued holds it, and the outbox says so.
@Suite("Held, and seen to be held")
struct HeldOnScreenTests {
  private let outgoing: Outgoing
  private let id: OutboxID
  private static let person = CustomerKey.relay("buyer1@marketplace.amazon.com")
  private let now = Outgoing.then + .hours(1)

  init() throws {
    let outgoing = try Outgoing()
    id = try outgoing.queue(1)
    self.outgoing = outgoing
  }

  /// The outbox as it is drawn at the present instant.
  private func screen(at now: Instant? = nil) throws -> String {
    let policy = WordingRules(folder: outgoing.desk.path("packs")).policy
    var inbox = Inbox(
      settings: InboxSettings(
        agent: "amy", deskName: "desk", rules: ContactRules(), wording: policy,
        profile: .default, keymap: Keymap.standard, undoTime: .seconds(30), sending: .worker))
    let size = Size(rows: 24, columns: 160)
    _ = inbox.start(size: size)
    _ = inbox.update(.key(KeyPress("o")), at: now ?? self.now)
    let contents = OutboxContents(rows: try outgoing.store.outbox(), sender: nil)
    _ = inbox.update(.answered(.outbox(contents)), at: now ?? self.now)
    return inbox.render(size, at: now ?? self.now, theme: .mono).grid.text()
      .joined(separator: "\n")
  }

  private func record(_ kind: ContactEventKind, at instant: Instant? = nil, order: String? = nil)
    throws
  {
    let event = ContactEvent(kind, at: instant ?? Outgoing.then + .minutes(30), order: order)
    _ = try outgoing.store.record(
      ContactRecord(customer: Self.person, event: event), at: now, by: "amy")
  }

  private func expectHeld(_ reason: String, _ location: SourceLocation = #_sourceLocation) throws {
    let screen = try screen()
    #expect(screen.contains("held: \(reason)"), "\(screen)", sourceLocation: location)
    #expect(screen.contains("▌held "), "\(screen)", sourceLocation: location)
    #expect(try outgoing.desk.run("send", "--once").output.isEmpty, sourceLocation: location)
    #expect(outgoing.delivered.isEmpty, sourceLocation: location)
  }

  @Test("a message of theirs", arguments: [ContactEventKind.answered, .refundAsked])
  func inbound(_ kind: ContactEventKind) throws {
    try record(kind)
    try expectHeld("they wrote meanwhile: read it before this leaves")
  }

  @Test(
    "an opt-out, a complaint, a mark",
    arguments: [
      (ContactEventKind.optedOut, "they opted out meanwhile"),
      (.complained, "they complained to the marketplace meanwhile"),
      (.doNotContact, "they were marked do not contact meanwhile"),
      (.contacted, "another contact with them was recorded meanwhile"),
    ])
  func facts(_ kind: ContactEventKind, _ reason: String) throws {
    try record(kind)
    try expectHeld(reason)
  }

  @Test("a changed review")
  func changed() throws {
    _ = try outgoing.review(1, text: "They have refunded me, all is well.")
    try expectHeld("the review was changed meanwhile: read it first")
  }

  @Test("a removed review, by the command line")
  func removed() throws {
    let run = try outgoing.desk.run("removed", "R1", "--json")
    #expect(run.lines == [#"{"review":"R1","id":1,"changed":true}"#])
    try expectHeld("the review was removed meanwhile: is a reply still wanted?")
    #expect(try outgoing.desk.run("removed", "R1").output == "R1: removed already\n")
    #expect(try outgoing.desk.run("removed", "1", "--back").output == "1: shown\n")
    #expect(try outgoing.desk.run("removed", "R99").status == 1)
  }

  @Test("a window that has passed, when it would leave")
  func window() throws {
    try outgoing.store.recall(id, at: now, by: "amy")
    let other = try Outgoing()
    let proactive = try other.queue(1) { $0.isProactive = true }
    let item = try #require(try other.store.outboxItem(proactive))
    _ = try other.store.record(
      ContactRecord(
        customer: Self.person,
        event: ContactEvent(
          .orderCompleted, at: Outgoing.then - .days(1), order: item.order)), at: now, by: "amy")
    #expect(try other.desk.run("send", "--once").status == 4)
    #expect(try other.state(proactive) == .held)
    #expect(
      try other.store.outboxItem(proactive)?.reason
        == "the order was completed more than 30 d ago")
  }

  @Test("the moment of a contact stands on the agent's own clock")
  func clock() throws {
    let claim = try outgoing.store.claim(id, by: "test")
    try outgoing.store.obstruct(
      id, fence: claim.fence,
      reason: Obstacle.newMessage(Outgoing.then + .minutes(40)).inWords, at: now)
    let today = try screen()
    let later = try screen(at: now + .days(2))
    #expect(today.contains("they wrote at 11:46, after this was queued"), "\(today)")
    #expect(later.contains("they wrote at Tue 11:46, after this was queued"), "\(later)")
  }
}
