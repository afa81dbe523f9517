import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

@Suite("queue")
struct QueueCommandTests {
  private static let now = Instant(milliseconds: 1_795_000_000_000)

  /// A desk with one reply that waits.
  private func queued() throws -> ProgramDesk {
    let desk = try ProgramDesk()
    try desk.run("import", try desk.write("b.tsv", Samples.feedback))
    let store = try desk.store()
    let page = try store.reviews(.inbox, order: .newest, limit: 1, now: Self.now)
    let review = try #require(page.rows.first).review
    let draft = DraftID("draft-1")
    try store.save(
      Draft(
        id: draft, review: review.id, customer: review.customer, text: "We are sorry.",
        revision: 1, changedAt: Self.now))
    try store.enqueue(
      OutboxItem(
        id: OutboxID("item-1"), draft: draft, review: review.id, customer: review.customer,
        recipient: "qw2smy2gutcr61k@marketplace.amazon.com", order: review.order,
        text: "We are sorry.", queuedAt: Self.now, queuedBy: "amy",
        leavesAt: Self.now + .hours(1)),
      at: Self.now)
    return desk
  }

  @Test("list --json has every field")
  func list() throws {
    let desk = try queued()
    let item = try desk.run("queue", "list", "--json").object()
    #expect(item["id"] as? String == "item-1")
    #expect(item["state"] as? String == "queued")
    #expect(item["leavesAt"] as? String == ISO8601.text(Self.now + .hours(1)))
    #expect(item["queuedBy"] as? String == "amy")
    #expect(item["customer"] as? String == "qw2smy2gutcr61k@marketplace.amazon.com")
    #expect(item["order"] as? String == "114-7863528-5212210")
    #expect(item["proactive"] as? Bool == false)
    #expect(item["text"] as? String == "We are sorry.")
    #expect(
      Set(item.keys) == [
        "id", "state", "reason", "leavesAt", "queuedAt", "queuedBy", "customer", "order", "review",
        "proactive", "text", "attempts", "failures", "answer", "evidence", "unsentFrom",
      ])
    #expect((item["attempts"] as? Int, item["failures"] as? Int) == (0, 0))
    #expect(item["unsentFrom"] is NSNull)
    #expect(try desk.run("queue").lines.count == 1)
  }

  @Test("hold, resume and recall move the item in the desk")
  func moves() throws {
    let desk = try queued()
    #expect(
      try desk.run("queue", "hold", "item-1", "--json").lines == [
        #"{"id":"item-1","state":"held"}"#
      ])
    #expect(try desk.store().outboxItem(OutboxID("item-1"))?.state == .held)
    #expect(try desk.run("queue", "resume", "item").status == 0)
    #expect(try desk.store().outboxItem(OutboxID("item-1"))?.state == .queued)
    #expect(try desk.run("queue", "recall", "item-1").status == 0)
    #expect(try desk.store().outboxItem(OutboxID("item-1"))?.state == .recalled)
    #expect(try desk.store().openDrafts().map(\.id) == [DraftID("draft-1")])
    #expect(try desk.run("queue", "list", "--json").output.isEmpty)
  }

  /// A desk whose reply began to leave over a channel just now, and of which nobody knows more.
  private func uncertain(over channel: String) throws -> ProgramDesk {
    let desk = try queued()
    let store = try DeskStore(at: desk.folder, limits: ContactLimits(quietHours: .none))
    let id = OutboxID("item-1")
    let present = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let fence = try store.claim(id, by: "test").fence
    let answer = try store.commit(id, fence: fence, at: .steady(present), channel: channel)
    #expect(answer == .granted)
    try store.finish(id, fence: fence, .lost(reason: "cut off"), at: present)
    return desk
  }

  @Test("an uncertain one is resolved as sent or unsent")
  func resolve() throws {
    for (outcome, state, words) in [
      ("sent", OutboxState.sent, "item-1 counts as sent"),
      ("unsent", .held, "item-1 was not sent: it is held"),
    ] {
      let desk = try uncertain(over: DepartureChannel.byHand)
      #expect(try desk.run("queue", "resolve", "item-1", outcome).lines == [words])
      #expect(try desk.store().outboxItem(OutboxID("item-1"))?.state == state)
      #expect(try desk.run("queue", "resolve", "item-1", outcome).status == 1)
    }
  }

  @Test("as long as a server may still take it, it was not unsent; list --json says until when")
  func resolveTooEarly() throws {
    let desk = try uncertain(over: DepartureChannel.mail)
    let item = try desk.run("queue", "list", "--json").object()
    #expect((item["state"] as? String, item["attempts"] as? Int) == ("uncertain", 1))
    let from = try #require(item["unsentFrom"] as? String)
    let early = try desk.run("queue", "resolve", "item-1", "unsent")
    #expect(early.status == 1 && early.errors.contains(from))
    #expect(try desk.store().outboxItem(OutboxID("item-1"))?.state == .uncertain)
    #expect(try desk.run("queue", "resolve", "item-1", "perhaps").status == 2)
    #expect(
      try desk.run("queue", "resolve", "item-1", "sent", "--json").lines == [
        #"{"id":"item-1","state":"sent"}"#
      ])
  }

  @Test("one that waits is not uncertain")
  func resolveWaiting() throws {
    let desk = try queued()
    #expect(try desk.run("queue", "resolve", "item-1", "sent").status == 1)
    #expect(try desk.store().outboxItem(OutboxID("item-1"))?.state == .queued)
  }

  @Test("what is not there, or does not wait any more, exits with 1")
  func refusals() throws {
    let desk = try queued()
    #expect(try desk.run("queue", "hold", "other").status == 1)
    #expect(try desk.run("queue", "hold", "").status == 1)
    try desk.run("queue", "recall", "item-1")
    #expect(try desk.run("queue", "resume", "item-1").status == 1)
  }
}
