import AmendsPolicy
import GRDB
import Ledger

extension Instant {
  /// An instant kept as milliseconds, if there is one.
  init?(_ milliseconds: Int64?) {
    guard let milliseconds else { return nil }
    self.init(milliseconds: milliseconds)
  }
}

extension CustomerKey {
  /// The key that is stored under a kind.
  init(kind: String, stored key: String) {
    self =
      switch kind {
      case "relay": .relay(key)
      case "order": .order(key)
      case "review": .review(key)
      default: .reviewer(key)
      }
  }

  /// The key without the prefix of its written form.
  var stored: String {
    switch self {
    case .relay(let text), .order(let text), .reviewer(let text), .review(let text): text
    }
  }

  /// How strong the key is; the strongest is shown.
  var strength: Int {
    switch self {
    case .relay: 3
    case .order: 2
    case .reviewer: 1
    case .review: 0
    }
  }
}

/// Reads customers out of rows that begin with `columns`.
enum CustomerRow {
  /// How many columns `columns` names.
  static let width = 14

  /// The columns of the table under an alias.
  static func columns(_ table: String) -> String {
    [
      "id", "name", "key_kind", "key_text", "zone", "last_contact", "unanswered",
      "oldest_unanswered", "newest_unanswered", "last_inbound", "refund_asked", "opted_out",
      "do_not_contact", "complained",
    ].map { "\(table).\($0)" }.joined(separator: ", ")
  }

  /// The customer whose columns begin at an index of a row.
  static func customer(_ row: Row, at start: Int = 0) -> Customer {
    Customer(
      id: CustomerID(row[start]), name: row[start + 1],
      key: CustomerKey(kind: row[start + 2], stored: row[start + 3]), zone: row[start + 4],
      standing: standing(row, at: start + 5))
  }

  /// The standing whose columns begin at an index of a row.
  static func standing(_ row: Row, at start: Int) -> ContactStanding {
    var standing = ContactStanding()
    standing.lastContact = Instant(row[start] as Int64?)
    standing.unansweredContacts = row[start + 1]
    standing.oldestUnanswered = Instant(row[start + 2] as Int64?)
    standing.newestUnanswered = Instant(row[start + 3] as Int64?)
    standing.lastInbound = Instant(row[start + 4] as Int64?)
    standing.refundAsked = Instant(row[start + 5] as Int64?)
    standing.optedOut = Instant(row[start + 6] as Int64?)
    standing.doNotContact = Instant(row[start + 7] as Int64?)
    standing.complained = Instant(row[start + 8] as Int64?)
    return standing
  }
}
