import AmendsPolicy
import GRDB
import Ledger

/// Keeps the standing in a customer's row equal to the fold of the facts, once a transaction.
struct StandingKeeper {
  private var added: [Int64: [ContactEvent]] = [:]

  /// Remembers that a fact was added to a customer.
  mutating func note(_ event: ContactEvent, of customer: Int64) {
    added[customer, default: []].append(event)
  }

  /// Brings every touched customer's row up to date, and holds or reopens what the news demands.
  func settle(now: Instant, _ db: Database) throws {
    for customer in added.keys.sorted() {
      try settle(customer, news: added[customer] ?? [], now: now, db)
    }
  }

  private func settle(
    _ original: Int64,
    news: [ContactEvent],
    now: Instant,
    _ db: Database
  ) throws {
    let customer = try People.root(original, db)
    guard let (before, newest) = try Self.stored(customer, db) else { return }
    let oldestNews = news.map(\.at.milliseconds).min() ?? 0
    var after = before
    if customer == original, newest.map({ oldestNews > $0 }) ?? true {
      for event in news.sorted(by: ContactEvent.inTime) { after.note(event) }
      try Self.keep(after, newest: news.map(\.at.milliseconds).max(), of: customer, db)
    } else {
      after = try Self.refold(customer, db)
    }
    try News(customer: customer, events: news, before: before, after: after).react(now: now, db)
  }

  private static func stored(
    _ customer: Int64,
    _ db: Database
  ) throws -> (ContactStanding, Int64?)? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT last_contact, unanswered, oldest_unanswered, newest_unanswered, last_inbound,
          refund_asked, opted_out, do_not_contact, complained, newest_event
        FROM customer WHERE id = ?
        """)
    return try Row.fetchOne(statement, arguments: [customer])
      .map { (CustomerRow.standing($0, at: 0), $0[9]) }
  }

  /// Folds all facts of a customer anew.
  @discardableResult
  static func refold(_ customer: Int64, _ db: Database) throws -> ContactStanding {
    let (standing, newest) = try Facts.standing(of: customer, db)
    try keep(standing, newest: newest, of: customer, db)
    return standing
  }

  /// Leaves a merged customer without a standing of their own, so that nothing counts twice.
  static func clear(_ customer: Int64, _ db: Database) throws {
    try keep(ContactStanding(), newest: nil, of: customer, db)
  }

  private static func keep(
    _ standing: ContactStanding,
    newest: Int64?,
    of customer: Int64,
    _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        UPDATE customer SET last_contact = ?, unanswered = ?, oldest_unanswered = ?,
          newest_unanswered = ?, last_inbound = ?, refund_asked = ?, opted_out = ?,
          do_not_contact = ?, complained = ?, newest_event = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      standing.lastContact?.milliseconds, standing.unansweredContacts,
      standing.oldestUnanswered?.milliseconds, standing.newestUnanswered?.milliseconds,
      standing.lastInbound?.milliseconds, standing.refundAsked?.milliseconds,
      standing.optedOut?.milliseconds, standing.doNotContact?.milliseconds,
      standing.complained?.milliseconds, newest, customer,
    ])
  }
}
