public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Notes that the marketplace does not show reviews any more; a reply that waits for one is held.
  ///
  /// A review that a later file gives again is shown again.
  /// - Returns: The reviews that were shown until now.
  /// - Throws: ``DeskError/unknown(_:)`` where a review is not there, other errors where nothing could be
  ///   written.
  @discardableResult
  public func markRemoved(
    _ reviews: [ReviewID],
    at now: Instant
  ) throws(DeskError) -> [ReviewID] {
    try write(.reviewStateChanged, at: now) { db, trail in
      try reviews.filter { review in
        guard try Removal(review: review.number, now: now).note(db) else { return false }
        try trail.note(.review(review), details: [.to: "removed"], db)
        return true
      }
    }
  }

  /// Takes back that reviews are gone.
  ///
  /// - Returns: The reviews that were gone until now.
  /// - Throws: ``DeskError`` where nothing could be written.
  @discardableResult
  public func markShown(_ reviews: [ReviewID]) throws(DeskError) -> [ReviewID] {
    try write { db in
      try reviews.filter { review in
        try db.cachedStatement(
          sql: "UPDATE review SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL"
        ).execute(arguments: [review.number])
        return db.changesCount == 1
      }
    }
  }
}

/// One review that is gone from the marketplace.
private struct Removal {
  let review: Int64
  let now: Instant

  /// Notes it as a version of the review, and holds the reply that waits for it.
  ///
  /// - Returns: Whether that was news.
  func note(_ db: Database) throws -> Bool {
    let known = try Reviews.known(review, db)
    try db.cachedStatement(
      sql: "UPDATE review SET removed_at = ? WHERE id = ? AND removed_at IS NULL"
    ).execute(arguments: [now.milliseconds, review])
    guard db.changesCount == 1 else { return false }
    try keepVersion(db)
    guard known.state == .queued else { return true }
    try OutboxMoves.holdLive(
      of: known.customer.number,
      reason: "the review was removed meanwhile: is a reply still wanted?",
      now: now, db)
    return true
  }

  private func keepVersion(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO review_version
          (review, replaced_at, rating, title, text, public_reply, is_news, is_removal)
        SELECT id, ?, rating, title, text, public_reply, 1, 1 FROM review WHERE id = ?
        """
    ).execute(arguments: [now.milliseconds, review])
  }
}
