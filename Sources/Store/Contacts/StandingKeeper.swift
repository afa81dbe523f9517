import AmendsPolicy
import GRDB
import Ledger

/// Keeps the standing in a customer's row equal to the fold of the facts.
enum StandingKeeper {
  /// A standing with the instant of the newest fact that it holds.
  struct Kept {
    var standing = ContactStanding()
    var newest: Int64?

    /// The fold of all facts of a person.
    init(_ events: [ContactEvent]) {
      standing = ContactStanding(events)
      newest = events.map(\.at.milliseconds).max()
    }

    fileprivate init(_ row: Row) {
      standing = CustomerRow.standing(row, at: 0)
      newest = row[9]
    }

    /// Whether facts are all newer than those that it holds, so that they fold in without the others.
    func isOlder(than events: [ContactEvent]) -> Bool {
      guard let newest else { return true }
      return events.allSatisfy { $0.at.milliseconds > newest }
    }

    /// The fold that takes in facts that are all newer.
    func folding(_ events: [ContactEvent]) -> Kept {
      var folded = self
      for event in events.sorted(by: ContactEvent.inTime) { folded.standing.note(event) }
      folded.newest = events.map(\.at.milliseconds).max() ?? newest
      return folded
    }
  }

  /// What a customer's row holds.
  static func stored(_ customer: Int64, _ db: Database) throws -> Kept {
    let statement = try db.cachedStatement(
      sql: """
        SELECT last_contact, unanswered, oldest_unanswered, newest_unanswered, last_inbound,
          refund_asked, opted_out, do_not_contact, complained, newest_event
        FROM customer WHERE id = ?
        """)
    return try Row.fetchOne(statement, arguments: [customer]).map(Kept.init) ?? Kept([])
  }

  /// Folds all facts of a customer anew; of one who waits for an answer no review stays snoozed.
  static func refold(_ customer: Int64, _ db: Database) throws {
    let kept = Kept(try Facts.history(of: customer, db))
    try keep(kept, of: customer, db)
    if kept.standing.oldestUnanswered != nil { try Snoozes.wake(writer: customer, db) }
  }

  /// Leaves a merged customer without a standing of their own, so that nothing counts twice.
  static func clear(_ customer: Int64, _ db: Database) throws {
    try keep(Kept([]), of: customer, db)
  }

  /// Writes a standing into a customer's row.
  static func keep(_ kept: Kept, of customer: Int64, _ db: Database) throws {
    let standing = kept.standing
    let statement = try db.cachedStatement(
      sql: """
        UPDATE customer SET last_contact = ?, unanswered = ?, oldest_unanswered = ?,
          newest_unanswered = ?, last_inbound = ?, refund_asked = ?, opted_out = ?,
          do_not_contact = ?, complained = ?, newest_event = ?
        WHERE id = ?
        """)
    try statement.execute(arguments: [
      standing.lastContact?.milliseconds, standing.unansweredContacts,
      standing.oldestUnanswered?.milliseconds, standing.newestUnanswered?.milliseconds,
      standing.lastInbound?.milliseconds, standing.refundAsked?.milliseconds,
      standing.optedOut?.milliseconds, standing.doNotContact?.milliseconds,
      standing.complained?.milliseconds, kept.newest, customer,
    ])
  }
}
