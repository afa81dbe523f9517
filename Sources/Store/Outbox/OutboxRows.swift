import AmendsPolicy
import GRDB
import Ledger

/// An item as the desk keeps it.
struct StoredItem {
  var item: OutboxItem
  /// Counts the claims.
  var fence: Int64
  /// Who claimed it last.
  var owner: String
  /// The newest fact that was known when a person last let it go.
  var seenEvent: Int64
  /// The newest former text of a review that was known when a person last let it go.
  var seenVersion: Int64
}

/// Reads outbox items.
enum OutboxRows {
  /// The columns that `stored` reads, of the table under its own name.
  static let columns = """
    outbox.id, outbox.draft, outbox.review, outbox.customer, outbox.recipient,
    outbox.order_number, outbox.text, outbox.state, outbox.reason, outbox.accepted_warnings,
    outbox.is_proactive, outbox.queued_at, outbox.queued_by, outbox.leaves_at, outbox.heard_until,
    outbox.attempts, outbox.fence, outbox.owner, outbox.channel, outbox.seen_event,
    outbox.seen_version, outbox.failures, outbox.answer, outbox.settled_at, outbox.evidence,
    (SELECT permit.at FROM permit WHERE permit.outbox = outbox.id AND permit.outcome = 'open')
    """
  static let width = 26

  static func stored(_ row: Row) -> StoredItem {
    StoredItem(
      item: item(row), fence: row[16], owner: row[17], seenEvent: row[19], seenVersion: row[20])
  }

  static func item(_ row: Row) -> OutboxItem {
    let warnings = (row[9] as String).split(separator: "\n").map(String.init)
    return OutboxItem(
      id: OutboxID(row[0]), draft: DraftID(row[1]), review: ReviewID(row[2]),
      customer: CustomerID(row[3]), recipient: row[4], order: row[5], text: row[6],
      state: OutboxState(rawValue: row[7]) ?? .held, reason: row[8], acceptedWarnings: warnings,
      isProactive: row[10], queuedAt: Instant(milliseconds: row[11]), queuedBy: row[12],
      leavesAt: Instant(milliseconds: row[13]), heardUntil: Instant(row[14] as Int64?),
      attempts: row[15], progress: progress(row))
  }

  private static func progress(_ row: Row) -> OutboxProgress {
    OutboxProgress(
      failures: row[21], answer: row[22], channel: row[18], permitAt: Instant(row[25] as Int64?),
      settledAt: Instant(row[23] as Int64?), evidence: row[24])
  }

  /// The item under an identity, if there is one.
  static func find(_ id: OutboxID, _ db: Database) throws -> StoredItem? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM outbox WHERE id = ?"), arguments: [id.text]
    ).map(stored)
  }

  static func known(_ id: OutboxID, _ db: Database) throws -> StoredItem {
    guard let stored = try find(id, db) else { throw DeskError.unknown("reply in the outbox") }
    return stored
  }

  /// The live item of a customer under their own number, if there is one.
  static func live(of customer: Int64, _ db: Database) throws -> OutboxItem? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM outbox WHERE customer = ? AND \(WorkSchema.live)")
    return try Row.fetchOne(statement, arguments: [customer]).map(item)
  }

  /// The live items of a customer and of everybody who was merged into them.
  static func allLive(of customer: Int64, _ db: Database) throws -> [OutboxItem] {
    let merged = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM customer WHERE merged_into = ?"),
      arguments: [customer])
    return try ([customer] + merged).compactMap { try live(of: $0, db) }
  }
}
