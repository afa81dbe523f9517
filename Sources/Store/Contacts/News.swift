import AmendsPolicy
import GRDB
import Ledger

/// What new facts about a customer do to the work: a waiting reply is held, answered reviews open again.
struct News {
  let customer: Int64
  let events: [ContactEvent]
  let before: ContactStanding
  let after: ContactStanding

  func react(now: Instant, _ db: Database) throws {
    if let reason = try reasonToHold(db) {
      try OutboxMoves.holdLive(of: customer, reason: reason, now: now, db)
    }
    if let message = after.newestUnanswered, message != before.newestUnanswered {
      try reopenReviews(answeredBefore: message, now: now, db)
    }
  }

  private func reasonToHold(_ db: Database) throws -> String? {
    let kinds = Set(events.map(\.kind))
    if kinds.contains(.complained) { return "they complained to the marketplace meanwhile" }
    if kinds.contains(.doNotContact) { return "they were marked do not contact meanwhile" }
    if kinds.contains(.optedOut) { return "they opted out meanwhile" }
    if after.lastInbound != before.lastInbound, kinds.contains(where: \.isInbound) {
      return "they wrote meanwhile: read it before this leaves"
    }
    return kinds.contains(.contacted) ? "another contact with them was recorded meanwhile" : nil
  }

  private func reopenReviews(answeredBefore message: Instant, now: Instant, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM review WHERE customer = ? AND state_at < ? AND \(ReviewSchema.worked)")
    let reviews = try Int64.fetchAll(statement, arguments: [customer, message.milliseconds])
    for review in reviews { try ReviewWork.apply(.reopened, to: review, now: now, db) }
  }
}
