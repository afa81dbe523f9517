public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// The live items, the one that leaves next first; uncertain ones before all.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func outbox() throws(DeskError) -> [OutboxRow] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(OutboxRows.columns), \(CustomerRow.columns("customer")),
            review.rating, review.title, substr(review.text, 1, 200)
          FROM outbox JOIN review ON review.id = outbox.review
            JOIN customer AS owner ON owner.id = outbox.customer
            JOIN customer ON customer.id = ifnull(owner.merged_into, owner.id)
          WHERE outbox.\(WorkSchema.live)
          ORDER BY outbox.state = 'uncertain' DESC, outbox.leaves_at, outbox.number
          """
      ).map(Self.outboxRow)
    }
  }

  private static func outboxRow(_ row: Row) -> OutboxRow {
    let start = OutboxRows.width
    let title: String = row[start + CustomerRow.width + 1]
    return OutboxRow(
      item: OutboxRows.item(row), customer: CustomerRow.customer(row, at: start),
      rating: row[start + CustomerRow.width],
      headline: title.isEmpty ? row[start + CustomerRow.width + 2] : title)
  }

  /// One item, live or not; `nil` where there is none.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func outboxItem(_ id: OutboxID) throws(DeskError) -> OutboxItem? {
    try read { db in try OutboxRows.find(id, db)?.item }
  }

  /// Takes a reply back into its draft; one that was taken back already stays so.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where it may be out already.
  public func recall(
    _ id: OutboxID,
    at now: Instant,
    by actor: String
  ) throws(DeskError) {
    try write { db in
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
  public func hold(_ id: OutboxID, by actor: String) throws(DeskError) {
    try write { db in
      let item = try OutboxRows.known(id, db).item
      guard item.state != .held else { return }
      try OutboxMoves.move(item, .paused, reason: "held by \(actor)", db)
    }
  }

  /// Lets a held reply go on, with everything considered that the desk knows by now.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where it is not held.
  public func resume(_ id: OutboxID) throws(DeskError) {
    try write { db in
      let item = try OutboxRows.known(id, db).item
      guard item.state != .queued else { return }
      try OutboxMoves.resume(item, db)
    }
  }

  /// A person says whether an uncertain reply was sent; sent counts from now on.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where the item is not uncertain.
  public func resolve(
    _ id: OutboxID,
    wasSent: Bool,
    at now: Instant,
    by actor: String
  ) throws(DeskError) {
    try write { db in
      let stored = try OutboxRows.known(id, db)
      let departure = Departure(stored: stored, now: now)
      if wasSent {
        try departure.closeSent(by: .resolvedSent, db)
      } else {
        try departure.closeVoid(
          by: .resolvedUnsent, reason: "not sent, says \(actor): resume or recall it", db)
      }
    }
  }
}

extension OutboxMoves {
  /// Puts a held item back into the queue; whatever is known by now counts as considered.
  static func resume(_ item: OutboxItem, _ db: Database) throws {
    try move(item, .resumed, db)
    try db.execute(
      sql: """
        UPDATE outbox SET seen_event = (SELECT ifnull(max(id), 0) FROM contact_event),
          seen_version = (SELECT ifnull(max(id), 0) FROM review_version),
          heard_until = (SELECT last_inbound FROM customer WHERE id = (
            SELECT ifnull(merged_into, id) FROM customer WHERE id = outbox.customer))
        WHERE id = ?
        """,
      arguments: [item.id.text])
  }
}
