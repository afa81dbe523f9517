import AmendsPolicy
import Digests
import GRDB
import Ledger

extension AuditTrail {
  /// Takes into the chain what the database has noted of replies that moved, with what only the caller knows.
  func takeMoves(adding extra: AuditDetails = [:], _ db: Database) throws {
    let moves = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT outbox, former, state FROM outbox_move ORDER BY number"))
    guard !moves.isEmpty else { return }
    try db.execute(sql: "DELETE FROM outbox_move")
    for row in moves {
      let move = OutboxMove(item: OutboxID(row[0]), former: row[1], state: row[2])
      guard let action = move.action, let moved = try MovedItem(move.item, db) else { continue }
      var details = moved.details(of: action)
      details[.from] = move.former.isEmpty ? nil : move.former
      details[.to] = move.state
      details.add(extra)
      try note(.reply(move.item), about: moved.customer, details: details, as: action, db)
    }
  }
}

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
private struct MovedItem {
  let customer: Int64
  private let row: Row
  private let permit: Row?

  init?(_ item: OutboxID, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT customer, review, draft, text, accepted_warnings, is_proactive, leaves_at,
            attempts, channel FROM outbox WHERE id = ?
          """), arguments: [item.text])
    guard let row else { return nil }
    self.row = row
    customer = row[0]
    permit = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT seq, policy, interval_ms, max_unanswered, order_window_ms FROM permit
          WHERE outbox = ? ORDER BY seq DESC LIMIT 1
          """), arguments: [item.text])
  }

  func details(of action: AuditAction) -> AuditDetails {
    let review = "\(row[1] as Int64)"
    switch action {
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
