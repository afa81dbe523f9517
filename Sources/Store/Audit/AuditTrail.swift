import AmendsPolicy
import GRDB
import Ledger

/// Notes what one write does, in the transaction of the write.
struct AuditTrail {
  let acting: Acting
  let act: Act
  /// What the write does, unless it says something else.
  let action: AuditAction
  /// The last move of a reply that was noted before the write: none of its doing.
  private let foreignMoves: Int64

  /// A trail for a write that is about to begin.
  init(acting: Acting, act: Act, action: AuditAction, _ db: Database) throws {
    self.acting = acting
    self.act = act
    self.action = action
    foreignMoves =
      try db.cachedStatement(sql: "SELECT max(number) FROM outbox_move").number([]) ?? 0
  }

  /// Appends an entry to the chain.
  func note(
    _ object: AuditObject,
    about customer: Int64? = nil,
    details: AuditDetails = [:],
    as other: AuditAction? = nil,
    _ db: Database
  ) throws {
    var acting = acting
    if let by = act.by { acting.agent = by }
    try AuditChain.append(
      AuditRow(
        at: act.at.milliseconds, acting: acting, action: (other ?? action).rawValue,
        customer: customer, object: object.text, details: details.canonical, write: act.id?.text),
      db)
  }
}

extension AuditTrail {
  /// Takes into the chain what the database has noted of replies that this write moved.
  ///
  /// What was noted before stays: nobody knows who did it, and the check of the chain tells of it.
  /// - Parameters:
  ///   - extra: What only the caller knows of its own kind of move.
  ///   - db: The desk, within the transaction.
  /// - Throws: `DatabaseError` where nothing could be written.
  func takeMoves(adding extra: AuditDetails = [:], _ db: Database) throws {
    let moves = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT outbox, former, state FROM outbox_move WHERE number > ? ORDER BY number"),
      arguments: [foreignMoves]
    ).map { OutboxMove(item: OutboxID($0[0]), former: $0[1], state: $0[2]) }
    guard !moves.isEmpty else { return }
    try db.cachedStatement(sql: "DELETE FROM outbox_move WHERE number > ?").execute(arguments: [
      foreignMoves
    ])
    for move in moves {
      guard let told = move.action, let moved = try MovedReply(move, db) else { continue }
      var details = moved.details
      if told == action { details.add(extra) }
      try note(.reply(move.item), about: moved.customer, details: details, as: told, db)
    }
  }
}
