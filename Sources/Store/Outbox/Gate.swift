import AmendsPolicy
import GRDB
import Ledger

/// The last question before a message leaves, and the permit that answers it.
struct Gate {
  let id: OutboxID
  let fence: Int64
  let clock: ClockReading
  let channel: String
  private var now: Instant { clock.wall }

  /// Says what stands against leaving, or opens the permit.
  func ask(of store: DeskStore, _ db: Database) throws -> CommitAnswer {
    let stored = try Departure.claimed(id, fence, db)
    try ClockJudge.hear(clock, db)
    if let freeze = try Freezes.inForce(db).first {
      return .refused(.frozen(freeze, leavesAt: stored.item.leavesAt))
    }
    if let left = try contact(db) { return .refused(.left(left)) }
    let customer = try People.known(stored.item.customer.number, db)
    let facts = try Facts.numbered(of: customer.id.number, db)
    let leaving = try store.leavingFacts(stored, customer, facts, db)
    if let obstacle = stored.item.obstacle(given: leaving, limits: store.limits, at: now) {
      return .refused(obstacle)
    }
    try PermitRequest(
      item: stored.item, limits: store.limits, standing: leaving.standing, facts: facts, now: now
    ).open(db)
    try OutboxMoves.move(stored.item, .committed, db)
    try db.cachedStatement(
      sql: "UPDATE outbox SET attempts = attempts + 1, channel = ? WHERE id = ?"
    ).execute(arguments: [channel, id.text])
    return .granted
  }

  /// When the message left already, as the spool told a desk that was restored from an older state.
  private func contact(_ db: Database) throws -> Instant? {
    Instant(
      try db.cachedStatement(sql: "SELECT at FROM contact_event WHERE outbox = ?")
        .number([id.text]))
  }

  /// Enters the open permit in the spool, or takes it back.
  ///
  /// Called after the permit is on disk and before anybody may send: so the spool never knows of a message
  /// that the database has not heard of.
  func enter(in spool: Spool, by acting: Acting, _ db: Database) throws {
    let stored = try OutboxRows.known(id, db)
    do {
      try spool.append(.permit(try SpooledPermit(of: stored.item, at: now, db)))
    } catch {
      try? db.inTransaction(.immediate) {
        let trail = try AuditTrail(acting: acting, act: Act(at: now), action: .replyUndone, db)
        let reason = "the spool took no entry; it is tried again"
        try Departure(stored: stored, now: now).closeVoid(by: .undone, reason: reason, db)
        try trail.takeMoves(db)
        return .commit
      }
      throw error
    }
  }
}
