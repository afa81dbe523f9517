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
        "proactive", "text",
      ])
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

  @Test("what is not there, or does not wait any more, exits with 1")
  func refusals() throws {
    let desk = try queued()
    #expect(try desk.run("queue", "hold", "other").status == 1)
    #expect(try desk.run("queue", "hold", "").status == 1)
    try desk.run("queue", "recall", "item-1")
    #expect(try desk.run("queue", "resume", "item-1").status == 1)
  }
}
