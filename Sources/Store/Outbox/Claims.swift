public import AmendsPolicy
import GRDB
public import Ledger

/// An item that a sender has taken, with what has to be looked at again before it leaves.
public struct OutboxClaim: Hashable, Sendable {
  /// The item as it stands after the claim.
  public var item: OutboxItem
  /// Counts the claims of the item: of all claims only the newest may move it.
  public var fence: Int64
  /// The review that it answers.
  public var review: Review
  /// Who gets it.
  public var customer: Customer
  /// The mail of theirs that it answers; `nil` where none is known.
  public var thread: MailThread?
}

/// An item in the hands of a sender, who may be gone.
public struct TakenItem: Hashable, Sendable {
  /// The item.
  public var id: OutboxID
  /// The number of the claim.
  public var fence: Int64
  /// `sending` or `committing`.
  public var state: OutboxState
  /// Who took it.
  public var owner: String
}

extension DeskStore {
  /// The earliest instant at which a queued item wants to leave; `nil` where none is queued, or sending is
  /// frozen.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func nextDue() throws(DeskError) -> Instant? {
    try read { db in
      Instant(
        try Int64.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT min(leaves_at) FROM outbox WHERE state = 'queued'
                AND NOT EXISTS (SELECT 1 FROM freeze WHERE lifted_at IS NULL)
              """)))
    }
  }

  /// Takes the queued item that has been due longest; `nil` where none is due, or sending is frozen.
  ///
  /// - Throws: ``DeskError`` where nothing could be written.
  public func claim(dueAt now: Instant, by owner: String) throws(DeskError) -> OutboxClaim? {
    try write { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(OutboxRows.columns) FROM outbox WHERE state = 'queued' AND leaves_at <= ?
              AND NOT EXISTS (SELECT 1 FROM freeze WHERE lifted_at IS NULL)
            ORDER BY leaves_at, number LIMIT 1
            """), arguments: [now.milliseconds])
      return try row.map { try Self.take(OutboxRows.stored($0), by: owner, db) }
    }
  }

  /// Takes one item, queued or held, whenever it would leave by itself.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where it is neither queued nor held.
  public func claim(_ id: OutboxID, by owner: String) throws(DeskError) -> OutboxClaim {
    try write { db in
      var stored = try OutboxRows.known(id, db)
      if stored.item.state == .held {
        try OutboxMoves.resume(stored.item, db)
        stored = try OutboxRows.known(id, db)
      }
      return try Self.take(stored, by: owner, db)
    }
  }

  private static func take(
    _ stored: StoredItem,
    by owner: String,
    _ db: Database
  ) throws -> OutboxClaim {
    let item = try OutboxMoves.move(stored.item, .claimed, db)
    let fence = stored.fence + 1
    try db.cachedStatement(sql: "UPDATE outbox SET fence = ?, owner = ? WHERE id = ?").execute(
      arguments: [fence, owner, item.id.text])
    let customer = try People.known(item.customer.number, db)
    return OutboxClaim(
      item: item, fence: fence, review: try Reviews.known(item.review.number, db),
      customer: customer,
      thread: try MailThreads.thread(of: customer.id.number, about: item.order, db))
  }

  /// Every item that somebody has taken.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func taken() throws(DeskError) -> [TakenItem] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, fence, state, owner FROM outbox WHERE state IN ('sending','committing')
            ORDER BY id
            """)
      ).map {
        TakenItem(
          id: OutboxID($0[0]), fence: $0[1], state: OutboxState(rawValue: $0[2]) ?? .sending,
          owner: $0[3])
      }
    }
  }

  /// Puts a taken item back into the queue as it was.
  ///
  /// - Throws: ``DeskError/lostClaim(_:)`` where another took it, or it was held meanwhile.
  public func release(_ id: OutboxID, fence: Int64) throws(DeskError) {
    try write { db in
      let stored = try Departure.claimed(id, fence, db)
      try OutboxMoves.move(stored.item, .released, db)
    }
  }

  /// Puts a taken item back into the queue until a later instant, with the reason.
  ///
  /// - Throws: ``DeskError/lostClaim(_:)`` where another took it, or it was held meanwhile.
  public func postpone(
    _ id: OutboxID,
    fence: Int64,
    until later: Instant,
    reason: String
  ) throws(DeskError) {
    try write { db in
      let stored = try Departure.claimed(id, fence, db)
      try OutboxMoves.move(stored.item, .released, reason: reason, db)
      try OutboxMoves.setLeaving(stored.item, at: later, db)
    }
  }

  /// Holds a taken item for a person to look at, with the reason; an open permit becomes void.
  ///
  /// - Throws: ``DeskError/lostClaim(_:)`` where another took it, or it was held meanwhile.
  public func obstruct(
    _ id: OutboxID,
    fence: Int64,
    reason: String,
    at now: Instant
  ) throws(DeskError) {
    try write(.replyHeld, at: now) { db, _ in
      let stored = try Departure.claimed(id, fence, db)
      let departure = Departure(stored: stored, now: now)
      try departure.closeVoid(by: .obstructed, reason: reason, db)
    } then: { _, db in
      spool.noteOutcome(of: id, db)
    }
  }
}
