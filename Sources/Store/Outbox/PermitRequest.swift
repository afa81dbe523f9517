import AmendsPolicy
import GRDB
import Ledger

/// Opens a permit: one more link of the customer's chain, which the database checks on its own.
struct PermitRequest {
  let item: OutboxItem
  let limits: ContactLimits
  let standing: ContactStanding
  let facts: [Facts.Numbered]
  let now: Instant

  /// What the last link left behind.
  private struct Link {
    var seq: Int64?
    var contact = LedgerSchema.never
    var unanswered: Int64 = 0
  }

  func open(_ db: Database) throws {
    let last = try lastLink(db)
    let heard = facts.last { $0.event.kind.isInbound }
    let isAnswer = !item.isProactive && standing.newestUnanswered != nil
    let policy = try Policies.version(of: limits, db)
    try db.cachedStatement(sql: Self.insert).execute(arguments: [
      item.customer.number, (last.seq ?? 0) + 1, item.id.text, policy,
      limits.interval.milliseconds, limits.maximumUnanswered, limits.orderWindow.milliseconds,
      now.milliseconds, LedgerSchema.open, count(last, heard: heard?.event.at), last.seq,
      last.contact, last.unanswered, heard?.id, heard?.event.at.milliseconds, isAnswer,
      item.order, item.isProactive,
    ])
  }

  private static let insert = """
    INSERT INTO permit(customer, seq, outbox, policy, interval_ms, max_unanswered,
      order_window_ms, at, outcome, last_contact, unanswered, prev_seq, prev_contact,
      prev_unanswered, heard, heard_at, is_answer, order_number, is_proactive)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  private func lastLink(_ db: Database) throws -> Link {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT seq, last_contact, unanswered FROM permit WHERE customer = ?
          ORDER BY seq DESC LIMIT 1
          """), arguments: [item.customer.number])
    return row.map { Link(seq: $0[0], contact: $0[1], unanswered: $0[2]) } ?? Link()
  }

  /// How many messages stand unanswered with this one: at least what the facts say, and what the chain
  /// demands of a link that heard nothing new.
  private func count(_ last: Link, heard: Instant?) -> Int64 {
    let byFacts = Int64(standing.unansweredContacts) + 1
    guard let heard else { return max(byFacts, last.unanswered + 1) }
    return heard.milliseconds > last.contact ? byFacts : max(byFacts, 2)
  }
}

/// The versions of the limits under which permits were opened.
enum Policies {
  /// The version of some limits; a new one where they were never in force before.
  static func version(of limits: ContactLimits, _ db: Database) throws -> Int64 {
    let values: StatementArguments = [
      limits.interval.milliseconds, limits.maximumUnanswered, limits.orderWindow.milliseconds,
    ]
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT version FROM policy
          WHERE interval_ms = ? AND max_unanswered = ? AND order_window_ms = ?
          """), arguments: values)
    if let known { return known }
    try db.cachedStatement(
      sql: "INSERT INTO policy(interval_ms, max_unanswered, order_window_ms) VALUES (?, ?, ?)"
    ).execute(arguments: values)
    return db.lastInsertedRowID
  }
}
