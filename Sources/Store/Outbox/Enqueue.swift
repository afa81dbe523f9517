public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Puts a reply into the outbox; draft and review are queued in the same transaction.
  ///
  /// Queueing the same item twice changes nothing. It is held at once where the person wrote after what
  /// the item has heard. Limits are not asked here: a reply may wait for a cooldown to end.
  ///
  /// - Parameters:
  ///   - item: The reply, under an identity of its own.
  ///   - now: When it is queued.
  ///   - wording: Which wording judged it, for the audit.
  /// - Returns: The item as it stands in the outbox.
  /// - Throws: ``DeskError/alreadyQueued(_:by:at:)`` where another reply to the person is on its way;
  ///   ``DeskError/transition(_:)`` where the review cannot be answered in its state.
  @discardableResult
  public func enqueue(
    _ item: OutboxItem,
    at now: Instant,
    wording: WordingVersion? = nil
  ) throws(DeskError) -> OutboxItem {
    try write(.replyQueued, at: now, by: item.queuedBy) { db, trail in
      if let known = try OutboxRows.find(item.id, db) { return known.item }
      var item = item
      let customer = try People.known(item.customer.number, db)
      item.customer = customer.id
      try refuseSecond(to: customer.id.number, db)
      try takeDraft(item, db)
      judge(&item, customer.standing)
      try insert(item, db)
      try ReviewWork.apply(.replyQueued, to: item.review.number, now: now, db)
      try trail.takeMoves(adding: wording?.details ?? [:], db)
      return item
    }
  }

  private func refuseSecond(to customer: Int64, _ db: Database) throws {
    guard let first = try OutboxRows.allLive(of: customer, db).first else { return }
    throw DeskError.alreadyQueued(first.id, by: first.queuedBy, at: first.queuedAt)
  }

  private func takeDraft(_ item: OutboxItem, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE draft SET state = 'queued' WHERE id = ? AND review = ? AND state = 'open'"
    ).execute(arguments: [item.draft.text, item.review.number])
    guard db.changesCount == 1 else { throw DeskError.unknown("open draft of this reply") }
  }

  private func judge(_ item: inout OutboxItem, _ standing: ContactStanding) {
    item.state = .queued
    item.reason = ""
    guard let wrote = standing.lastInbound, item.heardUntil.map({ wrote > $0 }) ?? true else {
      return
    }
    item.state = .held
    item.reason = "they wrote meanwhile: read it before this leaves"
  }

  private func insert(_ item: OutboxItem, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO outbox(id, draft, review, customer, state, reason, recipient, order_number,
          is_proactive, accepted_warnings, queued_at, queued_by, leaves_at, heard_until, text,
          seen_event, seen_version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
          (SELECT ifnull(max(id), 0) FROM contact_event),
          (SELECT ifnull(max(id), 0) FROM review_version))
        """
    ).execute(arguments: [
      item.id.text, item.draft.text, item.review.number, item.customer.number,
      item.state.rawValue, item.reason, item.recipient, item.order, item.isProactive,
      item.acceptedWarnings.joined(separator: "\n"), item.queuedAt.milliseconds, item.queuedBy,
      item.leavesAt.milliseconds, item.heardUntil?.milliseconds, item.text,
    ])
  }
}
