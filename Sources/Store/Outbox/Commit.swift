public import AmendsPolicy
import GRDB
public import Ledger

/// What the desk says when asked to open the permit.
public enum CommitAnswer: Hashable, Sendable {
  /// The permit is open: the message may leave now, and only now.
  case granted
  /// Something stands against it; the item stays taken.
  case refused(Obstacle)
}

/// What became of a reply that was claimed.
public enum DepartureResult: Hashable, Sendable {
  /// It left.
  case sent
  /// It certainly did not leave, and is held with the reason.
  case undone(reason: String)
  /// It was refused for now, and is tried again as ``RetryPlan`` says.
  case deferred(reason: String)
  /// It was refused for good; the draft is open again.
  case refused(reason: String)
  /// Nobody knows; the customer stays blocked until a person says.
  case lost(reason: String)
}

extension DeskStore {
  /// Asks everything again, opens the permit, and enters it in the spool, all durably.
  ///
  /// By a clock under suspicion nothing leaves: sending is frozen in this very transaction. Where the spool
  /// takes no entry the permit is void again, and the item queued as it was.
  /// - Parameters:
  ///   - id: The item, taken.
  ///   - fence: The number of the claim.
  ///   - clock: What the clocks show; it would leave now.
  ///   - channel: Over which channel, as the timeline will show it.
  ///   - notes: What the audit notes of it beside.
  /// - Returns: Whether the message may leave now.
  /// - Throws: ``DeskError/lostClaim(_:)`` where another took it or it was held meanwhile;
  ///   ``DeskError/refused(_:)`` where the ledger knows better than the program.
  public func commit(
    _ id: OutboxID,
    fence: Int64,
    at clock: ClockReading,
    channel: String,
    noting notes: LeavingNotes = LeavingNotes()
  ) throws(DeskError) -> CommitAnswer {
    let gate = Gate(id: id, fence: fence, clock: clock, channel: channel)
    return try write(.permitOpened, at: clock.wall) { db, trail in
      let answer = try gate.ask(of: self, db)
      if answer == .granted { try trail.takeMoves(adding: notes.details, db) }
      return answer
    } then: { answer, db in
      if answer == .granted { try gate.enter(in: spool, by: acting, db) }
    }
  }

  func leavingFacts(
    _ stored: StoredItem,
    _ customer: Customer,
    _ facts: [Facts.Numbered],
    _ db: Database
  ) throws -> LeavingFacts {
    let events = facts.map(\.event)
    let newer = facts.filter { $0.id > stored.seenEvent && $0.event.kind == .contacted }
    return LeavingFacts(
      standing: ContactStanding(events),
      order: stored.item.order.map { OrderStanding(order: $0, in: events) },
      zone: zones(customer.zone),
      contactMeanwhile: newer.map(\.event.at).max(),
      reviewChange: try reviewChange(stored, db))
  }

  /// What happened to the review after a person last let the reply go.
  private func reviewChange(_ stored: StoredItem, _ db: Database) throws -> ReviewChange? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT review.removed_at IS NOT NULL FROM review_version
          JOIN review ON review.id = review_version.review
          WHERE review_version.review = ? AND review_version.id > ? AND is_news = 1
            AND (is_removal = 0 OR review.removed_at IS NOT NULL) LIMIT 1
          """), arguments: [stored.item.review.number, stored.seenVersion])
    return row.map { $0[0] ? .removed : .changed }
  }

  /// Records what became of the message, and closes its permit.
  ///
  /// A refusal is recorded before the permit as well. A true answer that comes late, when the item is
  /// uncertain already, is accepted from the same claim; the same answer twice changes nothing.
  /// - Throws: ``DeskError/lostClaim(_:)`` where the claim does not hold the item any more.
  public func finish(
    _ id: OutboxID,
    fence: Int64,
    _ result: DepartureResult,
    at now: Instant
  ) throws(DeskError) {
    try write(.replyLeft, at: now) { db, _ in
      let stored = try OutboxRows.known(id, db)
      guard stored.fence == fence else { throw DeskError.lostClaim(id) }
      let departure = Departure(stored: stored, now: now)
      switch (stored.item.state, result) {
      case (.committing, .sent): try departure.closeSent(by: .accepted, db)
      case (.committing, .undone(let reason)):
        try departure.closeVoid(by: .obstructed, reason: reason, db)
      case (.sending, .deferred(let reason)), (.committing, .deferred(let reason)):
        try departure.closeDeferred(answer: reason, db)
      case (.sending, .refused(let reason)), (.committing, .refused(let reason)):
        try departure.closeFailed(reason: reason, db)
      case (.committing, .lost(let reason)): try departure.closeLost(reason: reason, db)
      case (.uncertain, .sent): try departure.closeSent(by: .resolvedSent, db)
      case (.uncertain, .undone(let reason)), (.uncertain, .deferred(let reason)),
        (.uncertain, .refused(let reason)):
        try departure.closeVoid(by: .resolvedUnsent, reason: reason, db)
      case (.uncertain, .lost), (.sent, .sent): break
      default: throw DeskError.lostClaim(id)
      }
    } then: { _, db in
      spool.noteOutcome(of: id, db)
    }
  }
}
