public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Takes a reply back into its draft; one that was taken back already stays so.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where it may be out already.
  public func recall(
    _ id: OutboxID,
    at now: Instant,
    by actor: String,
    as write: WriteID? = nil
  ) throws(DeskError) {
    try self.write(.replyRecalled, Act(at: now, by: actor, as: write)) { db, _ in
      let item = try OutboxRows.known(id, db).item
      guard item.state != .recalled else { return }
      guard item.state != .sending else {
        throw TransitionError(state: item.state.rawValue, event: "\(OutboxEvent.recalled)")
      }
      try OutboxMoves.recall(item, reason: "recalled by \(actor)", now: now, db)
    }
  }

  /// Holds a reply until somebody lets it go on; a held one stays so.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where it does not wait any more.
  public func hold(
    _ id: OutboxID,
    at now: Instant,
    by actor: String,
    as write: WriteID? = nil
  ) throws(DeskError) {
    try self.write(.replyHeld, Act(at: now, by: actor, as: write)) { db, _ in
      let item = try OutboxRows.known(id, db).item
      guard item.state != .held else { return }
      try OutboxMoves.move(item, .paused, reason: "held by \(actor)", db)
    }
  }

  /// Lets a held reply go on, with everything considered that the desk knows by now.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where it is not held.
  public func resume(
    _ id: OutboxID,
    at now: Instant,
    by actor: String? = nil,
    as write: WriteID? = nil
  ) throws(DeskError) {
    try self.write(.replyResumed, Act(at: now, by: actor, as: write)) { db, trail in
      let item = try OutboxRows.known(id, db).item
      guard item.state != .queued else { return }
      try OutboxMoves.resume(item, db)
      try trail.note(
        .reply(id), about: item.customer.number, details: [.review: "\(item.review.number)"], db)
    }
  }

  /// Makes a queued reply due at once: its undo time, or the wait before its next try, is over.
  ///
  /// What holds it back for other reasons is asked when it leaves.
  /// - Throws: ``DeskError/transition(_:)`` where it is not queued.
  public func expedite(_ id: OutboxID, at now: Instant) throws(DeskError) {
    try write { db in
      let item = try OutboxRows.known(id, db).item
      _ = try item.state.after(.claimed)
      try OutboxMoves.setLeaving(item, at: min(item.leavesAt, now), db)
    }
  }
}

extension OutboxMoves {
  /// Puts a held item back into the queue; whatever is known by now counts as considered.
  static func resume(_ item: OutboxItem, _ db: Database) throws {
    try move(item, .resumed, db)
    try db.cachedStatement(
      sql: """
        UPDATE outbox SET failures = 0, answer = '', evidence = '',
          seen_event = (SELECT ifnull(max(id), 0) FROM contact_event),
          seen_version = (SELECT ifnull(max(id), 0) FROM review_version),
          heard_until = (SELECT last_inbound FROM customer WHERE id = (
            SELECT ifnull(merged_into, id) FROM customer WHERE id = outbox.customer))
        WHERE id = ?
        """
    ).execute(arguments: [item.id.text])
  }
}
