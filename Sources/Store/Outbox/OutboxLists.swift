public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// The live items, the one that leaves next first; uncertain ones before all.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func outbox() throws(DeskError) -> [OutboxRow] {
    try read { db in
      try Self.rows(
        "outbox.\(WorkSchema.live) ORDER BY outbox.state = 'uncertain' DESC, outbox.leaves_at,"
          + " outbox.number", [], db)
    }
  }

  /// The items that left or failed since an instant, the newest first.
  ///
  /// - Parameters:
  ///   - start: From when on.
  ///   - limit: How many at most.
  /// - Returns: What has ended, as the outbox screen shows it.
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func outboxEnded(since start: Instant, limit: Int) throws(DeskError) -> [OutboxRow] {
    try read { db in
      try Self.rows(
        "outbox.\(RetrySchema.ended) AND outbox.settled_at >= ? ORDER BY outbox.settled_at DESC,"
          + " outbox.number DESC LIMIT ?", [start.milliseconds, limit], db)
    }
  }

  /// One item, live or not; `nil` where there is none.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func outboxItem(_ id: OutboxID) throws(DeskError) -> OutboxItem? {
    try read { db in try OutboxRows.find(id, db)?.item }
  }

  private static func rows(
    _ condition: String,
    _ arguments: StatementArguments,
    _ db: Database
  ) throws -> [OutboxRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(OutboxRows.columns), \(CustomerRow.columns("customer")),
            review.rating, review.title, substr(review.text, 1, 200)
          FROM outbox JOIN review ON review.id = outbox.review
            JOIN customer AS owner ON owner.id = outbox.customer
            JOIN customer ON customer.id = ifnull(owner.merged_into, owner.id)
          WHERE \(condition)
          """), arguments: arguments
    ).map(row)
  }

  private static func row(_ row: Row) -> OutboxRow {
    let start = OutboxRows.width
    let title: String = row[start + CustomerRow.width + 1]
    return OutboxRow(
      item: OutboxRows.item(row), customer: CustomerRow.customer(row, at: start),
      rating: row[start + CustomerRow.width],
      headline: title.isEmpty ? row[start + CustomerRow.width + 2] : title)
  }
}
