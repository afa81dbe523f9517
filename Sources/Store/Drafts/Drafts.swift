public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Puts a draft on disk; it survives whatever happens once this returns.
  ///
  /// Saving the revision that is on disk already changes nothing.
  /// - Throws: ``DeskError/olderRevision(_:stored:)`` where a newer one is on disk,
  ///   ``DeskError/draftExists(_:)`` where the review has another live draft,
  ///   ``DeskError/draftFrozen(_:)`` where this one is queued, sent or put away.
  public func save(_ draft: Draft) throws(DeskError) {
    try write { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT state, revision FROM draft WHERE id = ?"),
        arguments: [draft.id.text])
      guard let row else { return try Self.insert(draft, db) }
      guard row["state"] == "open" else { throw DeskError.draftFrozen(draft.id) }
      let stored: Int = row["revision"]
      guard draft.revision >= stored else {
        throw DeskError.olderRevision(draft.id, stored: stored)
      }
      if draft.revision > stored { try Self.update(draft, db) }
    }
  }

  private static func insert(_ draft: Draft, _ db: Database) throws {
    let other = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM draft WHERE review = ? AND state IN ('open','queued')"),
      arguments: [draft.review.number])
    if let other { throw DeskError.draftExists(DraftID(other)) }
    let review = try Reviews.known(draft.review.number, db)
    try db.cachedStatement(
      sql: """
        INSERT INTO draft(id, review, customer, revision, cursor, changed_at, text)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      draft.id.text, review.id.number, review.customer.number, draft.revision, draft.cursor,
      draft.changedAt.milliseconds, draft.text,
    ])
  }

  private static func update(_ draft: Draft, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE draft SET revision = ?, cursor = ?, changed_at = ?, text = ? WHERE id = ?"
    ).execute(arguments: [
      draft.revision, draft.cursor, draft.changedAt.milliseconds, draft.text, draft.id.text,
    ])
  }

  /// The open draft of a review; `nil` where there is none.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func draft(for review: ReviewID) throws(DeskError) -> Draft? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(Self.draftColumns) FROM draft
            WHERE review = ? AND state IN ('open','queued') AND state = 'open'
            """), arguments: [review.number]
      ).map(Self.draft)
    }
  }

  /// The open drafts, the one changed last first; at most 1,000.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func openDrafts() throws(DeskError) -> [Draft] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(Self.draftColumns) FROM draft WHERE state = 'open'
            ORDER BY changed_at DESC LIMIT 1000
            """)
      ).map(Self.draft)
    }
  }

  /// Puts an open draft away; its text stays in the desk.
  ///
  /// Putting it away twice changes nothing.
  ///
  /// - Throws: ``DeskError/draftFrozen(_:)`` where it is queued or sent.
  public func discard(
    _ draft: DraftID,
    at now: Instant,
    by actor: String? = nil
  ) throws(DeskError) {
    try write(.draftDiscarded, at: now, by: actor) { db, trail in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT state, customer, review FROM draft WHERE id = ?"),
        arguments: [draft.text])
      guard let row else { return }
      switch row[0] as String {
      case "discarded": return
      case "open":
        try trail.note(.draft(draft), about: row[1], details: [.review: "\(row[2] as Int64)"], db)
        try db.cachedStatement(sql: "UPDATE draft SET state = 'discarded' WHERE id = ?").execute(
          arguments: [draft.text])
      default: throw DeskError.draftFrozen(draft)
      }
    }
  }

  private static let draftColumns = "id, review, customer, text, cursor, revision, changed_at"

  private static func draft(_ row: Row) -> Draft {
    Draft(
      id: DraftID(row[0]), review: ReviewID(row[1]), customer: CustomerID(row[2]), text: row[3],
      cursor: row[4], revision: row[5], changedAt: Instant(milliseconds: row[6]))
  }
}
