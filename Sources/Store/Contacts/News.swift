import AmendsPolicy
import GRDB
import Ledger

/// What new facts about a customer do to the work: a waiting reply is held, answered reviews open again, snoozed
/// ones come back.
struct News {
  let customer: Int64
  let events: [ContactEvent]
  let before: ContactStanding
  let after: ContactStanding

  func react(_ work: WaitingWork, now: Instant, _ db: Database) throws {
    if work.replies.contains(customer), let reason {
      try OutboxMoves.holdLive(of: customer, reason: reason, now: now, db)
    }
    if work.hasSnoozed, events.contains(where: \.kind.comesFromThem) {
      try Snoozes.wake(writer: customer, db)
    }
    if work.hasAnswered, let message = after.newestUnanswered, message != before.newestUnanswered {
      try reopenReviews(answeredBefore: message, now: now, db)
    }
  }

  /// Why a waiting reply is held; `nil` where the facts are no news to it.
  private var reason: String? {
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

/// The work that news may touch, looked up once a transaction, so that a file of old facts costs little.
struct WaitingWork {
  /// The customers to whom a reply is on its way, whatever number it was queued under.
  let replies: Set<Int64>
  /// Whether any review is answered or resolved.
  let hasAnswered: Bool
  /// Whether any review is, or was, snoozed.
  let hasSnoozed: Bool

  init(_ db: Database) throws {
    replies = try Int64.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT ifnull(customer.merged_into, customer.id)
          FROM outbox JOIN customer ON customer.id = outbox.customer WHERE \(WorkSchema.live)
          """))
    hasAnswered =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM review WHERE \(ReviewSchema.worked) LIMIT 1")) != nil
    hasSnoozed =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM review WHERE snoozed_until IS NOT NULL LIMIT 1"))
      != nil
  }
}

extension ContactEventKind {
  /// Whether the person themselves have said something, to the shop or to the marketplace.
  fileprivate var comesFromThem: Bool { isInbound || self == .optedOut || self == .complained }
}
