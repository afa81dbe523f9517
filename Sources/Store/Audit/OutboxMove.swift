import AmendsPolicy
import Digests
import GRDB
import Ledger

/// A reply went from one state to another; from none when it was queued.
struct OutboxMove {
  var item: OutboxID
  var former: String
  var state: String

  /// What that was.
  var action: AuditAction? {
    switch (OutboxState(rawValue: former), OutboxState(rawValue: state)) {
    case (nil, _): .replyQueued
    case (.uncertain, _): .outcomeResolved
    case (_, .committing): .permitOpened
    case (_, .sent): .replyLeft
    case (_, .uncertain): .outcomeLost
    case (_, .failed): .replyRefused
    case (_, .recalled): .replyRecalled
    case (.committing, _): .replyUndone
    case (_, .held): .replyHeld
    default: nil
    }
  }
}

/// A reply that moved, with what the audit says of it: nothing but numbers, sums and names of rules.
struct MovedReply {
  let customer: Int64
  private let move: OutboxMove
  private let row: Row
  private let permit: Row?

  init?(_ move: OutboxMove, _ db: Database) throws {
    self.move = move
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT customer, review, draft, text, accepted_warnings, is_proactive, leaves_at,
            attempts, channel FROM outbox WHERE id = ?
          """), arguments: [move.item.text])
    guard let row else { return nil }
    self.row = row
    customer = row[0]
    permit = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT seq, policy, interval_ms, max_unanswered, order_window_ms FROM permit
          WHERE outbox = ? ORDER BY seq DESC LIMIT 1
          """), arguments: [move.item.text])
  }

  /// From where to where, and what belongs to such a move.
  var details: AuditDetails {
    var details = ownDetails
    details[.from] = move.former.isEmpty ? nil : move.former
    details[.to] = move.state
    return details
  }

  private var ownDetails: AuditDetails {
    let review = "\(row[1] as Int64)"
    switch move.action {
    case .replyQueued:
      return [
        .review: review, .draft: row[2], .textSum: textSum, .accepted: accepted,
        .proactive: isProactive, .leavesAt: ISO8601.text(Instant(milliseconds: row[6])),
      ]
    case .permitOpened:
      var details = permitDetails
      details.add([
        .review: review, .textSum: textSum, .accepted: accepted, .proactive: isProactive,
        .attempt: "\(row[7] as Int64)", .channel: row[8],
      ])
      return details
    case .replyLeft, .outcomeResolved:
      var details = permitDetails
      details.add([.review: review, .textSum: textSum, .channel: row[8]])
      return details
    default: return [.review: review]
    }
  }

  /// The permit's number in its customer's chain, and the limits under which it was opened.
  private var permitDetails: AuditDetails {
    guard let permit else { return [:] }
    let limits = (2...4).map { "\(permit[$0] as Int64)" }.joined(separator: "/")
    return [
      .permit: "\(permit[0] as Int64)", .policy: "\(permit[1] as Int64)", .limits: limits,
    ]
  }

  private var textSum: String { Checksum(of: row[3] as String).description }
  private var accepted: String {
    (row[4] as String).split(separator: "\n").joined(separator: " ")
  }
  private var isProactive: String { (row[5] as Bool) ? "yes" : "no" }
}
