import AmendsPolicy
import GRDB
import Ledger
import Synchronization
import Testing

@testable import Store

/// Many at once, over two pools as two processes would have: no two contacts within the interval.
@Suite struct ContentionTests {
  @Test func eightSendersOverTwoPoolsKeepTheInterval() async throws {
    let limits = ContactLimits(
      interval: Span(milliseconds: 50), maximumUnanswered: 1000, quietHours: .none)
    let desk = try TestDesk(limits)
    let other = try desk.again(limits)
    let reviews = try (0..<8).map { try desk.review("R\($0)", by: [.reviewer("A")]) }
    let clock = SharedClock()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        let store = task % 2 == 0 ? desk.store : other
        group.addTask { hammer(store, review: reviews[task], task: task, clock) }
      }
    }
    let times = try desk.sql(
      "SELECT last_contact FROM permit WHERE outcome = 'sent' ORDER BY last_contact"
    ).map { $0[0] as Int64 }
    #expect(times.count > 3)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 50 })
    #expect(try desk.sql("SELECT * FROM permit WHERE outcome = 'open'").isEmpty)
    #expect(try desk.sql("PRAGMA integrity_check").first?[0] == "ok")
    try other.close()
  }

  @Test func rogueWithoutAnyCheckIsStoppedByTheChain() async throws {
    let desk = try TestDesk(ContactLimits(maximumUnanswered: 1_000_000))
    let review = try desk.review("R0", by: [.reviewer("A")])
    try desk.queue("o1", for: review)
    _ = try desk.store.claim(OutboxID("o1"), by: "test")
    let opened = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { (try? desk.rogueLink()) == nil ? 0 : 1 } }
      return await group.reduce(0, +)
    }
    #expect(opened == 1)
    #expect(try desk.sql("SELECT * FROM permit").count == 1)
  }
}

extension TestDesk {
  /// Opens a first permit with plain SQL.
  fileprivate func rogueLink() throws {
    try sql(
      """
      INSERT OR IGNORE INTO policy(version, interval_ms, max_unanswered, order_window_ms)
      VALUES (1, 1, 1, 1)
      """)
    try sql(
      """
      INSERT INTO permit(customer, seq, outbox, policy, interval_ms, max_unanswered,
        order_window_ms, at, outcome, last_contact, unanswered, prev_contact, prev_unanswered,
        is_answer, is_proactive)
      VALUES (1, 1, 'o1', 1, 1, 1, 1, 0, 'open', \(LedgerSchema.open), 1, \(LedgerSchema.never), 0,
        0, 0)
      """)
  }
}

/// The time of all senders, which goes on by a few milliseconds whenever one of them looks.
private final class SharedClock: Sendable {
  private let ticks = Atomic<Int64>(0)

  func next() -> Instant {
    let tick = ticks.add(1, ordering: .relaxed).newValue
    return Instant.hours(0) + Span(milliseconds: tick * 7)
  }
}

/// Drafts, queues and sends again and again; whatever is refused is taken back.
private func hammer(_ store: DeskStore, review: Review, task: Int, _ clock: SharedClock) {
  for round in 0..<20 {
    let now = clock.next()
    let id = "\(task)-\(round)"
    let draft = Draft(
      id: DraftID(id), review: review.id, customer: review.customer, text: "x", revision: 1,
      changedAt: now)
    let item = OutboxItem(
      id: OutboxID(id), draft: draft.id, review: review.id, customer: review.customer,
      recipient: nil, order: nil, text: "x", queuedAt: now, queuedBy: "t\(task)", leavesAt: now)
    do {
      try store.save(draft)
      try store.enqueue(item, at: now)
      try leave(store, item.id, now)
    } catch {
      try? store.discard(draft.id, at: .hours(0))
    }
  }
}

private func leave(_ store: DeskStore, _ id: OutboxID, _ now: Instant) throws {
  let claim = try store.claim(id, by: "t")
  if try store.commit(id, fence: claim.fence, at: .steady(now), channel: "email") == .granted {
    try store.finish(id, fence: claim.fence, .sent, at: now)
  } else {
    try store.release(id, fence: claim.fence)
    try store.recall(id, at: now, by: "t")
  }
}
