import AmendsPolicy
import GRDB
import Ledger

/// The moves of outbox items, with what each does to draft and review.
enum OutboxMoves {
  /// Moves an item by one event; nothing else changes.
  @discardableResult
  static func move(
    _ item: OutboxItem,
    _ event: OutboxEvent,
    reason: String = "",
    _ db: Database
  ) throws -> OutboxItem {
    var moved = item
    moved.state = try item.state.after(event)
    moved.reason = reason
    try db.cachedStatement(
      sql: "UPDATE outbox SET state = ?, reason = ? WHERE id = ? AND state = ?"
    ).execute(arguments: [moved.state.rawValue, reason, item.id.text, item.state.rawValue])
    guard db.changesCount == 1 else { throw DeskError.lostClaim(item.id) }
    return moved
  }

  /// Notes when an item left, failed, or became uncertain.
  static func noteSettled(_ item: OutboxItem, at now: Instant, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE outbox SET settled_at = ? WHERE id = ?").execute(
      arguments: [now.milliseconds, item.id.text])
  }

  /// Sets when an item leaves.
  static func setLeaving(_ item: OutboxItem, at instant: Instant, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE outbox SET leaves_at = ? WHERE id = ?").execute(arguments: [
      instant.milliseconds, item.id.text,
    ])
  }

  /// Takes an item back: the draft is open again, and so is the review.
  static func recall(
    _ item: OutboxItem,
    reason: String,
    now: Instant,
    _ db: Database
  ) throws {
    var item = item
    if item.state == .sending { item = try move(item, .obstructed, reason: reason, db) }
    try move(item, .recalled, reason: reason, db)
    try returnDraft(of: item, now: now, db)
  }

  /// Opens the draft of an item again, and its review.
  static func returnDraft(of item: OutboxItem, now: Instant, _ db: Database) throws {
    try setDraft(of: item, to: "open", db)
    try ReviewWork.apply(.replyReturned, to: item.review.number, now: now, db)
  }

  static func setDraft(of item: OutboxItem, to state: String, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE draft SET state = ? WHERE id = ?").execute(arguments: [
      state, item.draft.text,
    ])
  }

  /// Holds every item of a customer that waits or was claimed; one that may be out already stays.
  ///
  /// After a merge there may be several: those that could not be taken back keep their own numbers.
  static func holdLive(
    of customer: Int64,
    reason: String,
    now: Instant,
    _ db: Database
  ) throws {
    for item in try OutboxRows.allLive(of: customer, db) {
      switch item.state {
      case .queued, .sending: try move(item, .obstructed, reason: reason, db)
      case .held: try renew(reason, of: item, db)
      default: break
      }
    }
  }

  /// Adds a reason to a held item that does not state it yet.
  private static func renew(_ reason: String, of item: OutboxItem, _ db: Database) throws {
    guard !item.reason.contains(reason) else { return }
    let reasons = item.reason.isEmpty ? reason : "\(item.reason); \(reason)"
    try db.cachedStatement(sql: "UPDATE outbox SET reason = ? WHERE id = ?").execute(arguments: [
      reasons, item.id.text,
    ])
  }
}
