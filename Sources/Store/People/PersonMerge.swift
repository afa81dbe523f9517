import AmendsPolicy
import GRDB
import Ledger

/// Makes one person of two: everything of one moves to the other, who is stricter off for it.
///
/// Permits stay under their own number, for they never change; the contacts that they stand for move as
/// facts, and an open one blocks the survivor through `merged_into`. Of two replies on their way the
/// younger that can still be taken back is recalled; where neither can, both stay and both block.
struct PersonMerge {
  let loser: Int64
  let survivor: Int64
  let now: Instant

  func run(_ db: Database) throws {
    try settleOutbox(db)
    try db.execute(
      sql: "UPDATE customer SET merged_into = ? WHERE id = ? OR merged_into = ?",
      arguments: [survivor, loser, loser])
    try moveFacts(db)
    for table in ["alias", "review", "draft", "mail"] {
      try db.execute(
        sql: "UPDATE \(table) SET customer = ? WHERE customer = ?", arguments: [survivor, loser])
    }
    try moveOutbox(db)
    try inherit(db)
    try People.refreshMainKey(of: survivor, db)
    try StandingKeeper.refold(survivor, db)
    try StandingKeeper.clear(loser, db)
  }

  /// Moves the facts; one that both knew stays with both but counts once.
  private func moveFacts(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE contact_event SET retracted_at = ?1
        WHERE customer = ?2 AND outbox IS NULL AND \(LedgerSchema.counting) AND EXISTS (
          SELECT 1 FROM contact_event AS same
          WHERE same.customer = ?3 AND same.kind <> 'note' AND same.retracted_at IS NULL
            AND same.kind = contact_event.kind AND same.at = contact_event.at
            AND same.order_number IS contact_event.order_number
            AND same.channel = contact_event.channel AND same.note = contact_event.note)
        """,
      arguments: [now.milliseconds, loser, survivor])
    try db.execute(
      sql: "UPDATE contact_event SET customer = ? WHERE customer = ?", arguments: [survivor, loser])
  }

  private func settleOutbox(_ db: Database) throws {
    guard let one = try OutboxRows.live(of: survivor, db),
      let other = try OutboxRows.live(of: loser, db)
    else { return }
    let revocable = [one, other].filter { !$0.state.isIrrevocable }
    guard let younger = revocable.max(by: { $0.queuedAt < $1.queuedAt }) else { return }
    try OutboxMoves.recall(
      younger, reason: "recalled: two customers became one, who has another reply on its way",
      now: now, db)
  }

  /// Moves the replies; a live one stays where the survivor's own can not be taken back either.
  private func moveOutbox(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE outbox SET customer = ?1 WHERE customer = ?2 AND NOT (\(WorkSchema.live)
          AND EXISTS (SELECT 1 FROM outbox WHERE customer = ?1 AND \(WorkSchema.live)))
        """,
      arguments: [survivor, loser])
  }

  /// Takes over name and zone where the survivor has none.
  private func inherit(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE customer SET
          name = CASE name WHEN '' THEN (SELECT name FROM customer WHERE id = ?2) ELSE name END,
          zone = ifnull(zone, (SELECT zone FROM customer WHERE id = ?2))
        WHERE id = ?1
        """,
      arguments: [survivor, loser])
  }
}

extension OutboxState {
  /// Whether the message may be out already.
  var isIrrevocable: Bool { self == .committing || self == .uncertain }
}
