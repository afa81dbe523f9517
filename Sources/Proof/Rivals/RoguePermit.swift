import AmendsPolicy
import GRDB

/// What a rogue says of the permit before its own.
enum RogueLie: CaseIterable {
  /// The truth.
  case none
  /// That there is none.
  case noneBefore
  /// That it ended long ago.
  case longAgo
  /// That another policy holds.
  case otherPolicy
  /// Nothing: it writes over the permit that is there.
  case overwrite

  /// The truth two times of three, any lie otherwise.
  static func thrown(by dice: inout Dice) -> RogueLie {
    guard Int.random(in: 0..<3, using: &dice) == 0 else { return .none }
    return allCases.randomElement(using: &dice) ?? .none
  }
}

/// A permit that is opened without asking anything.
struct RoguePermit {
  /// What a link of the chain states of the one before it.
  struct Link {
    var seq: Int64?
    var contact = RoguePermit.never
    var unanswered: Int64 = 0
  }

  /// How the schema writes "nobody knows yet" and "never".
  private static let open: Int64 = 9_000_000_000_000_000
  private static let never: Int64 = -9_000_000_000_000_000

  let customer: Int64
  let item: String
  let at: Instant
  let lie: RogueLie

  /// What the chain says, or what the rogue wants it to say.
  func last(_ db: Database) throws -> Link {
    guard lie != .noneBefore else { return Link() }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT seq, last_contact, unanswered FROM permit WHERE customer = ?
        ORDER BY seq DESC LIMIT 1
        """,
      arguments: [customer])
    guard let row else { return Link() }
    return Link(
      seq: row[0], contact: lie == .longAgo ? at.milliseconds - 3_600_000 : row[1],
      unanswered: row[2])
  }

  func insert(after last: Link, _ db: Database) throws {
    let seq = (last.seq ?? 0) + (lie == .overwrite && last.seq != nil ? 0 : 1)
    let limits: [Int64] =
      try lie == .otherPolicy ? [0, 1_000_000, 0] : Self.policy(db)
    try db.execute(
      sql: """
        \(lie == .overwrite ? "REPLACE" : "INSERT") INTO permit(customer, seq, outbox, policy,
          interval_ms, max_unanswered, order_window_ms, at, outcome, last_contact, unanswered,
          prev_seq, prev_contact, prev_unanswered, is_answer, is_proactive)
        VALUES (?, ?, ?, 1, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, 0, 0)
        """,
      arguments: [
        customer, seq, item, limits[0], limits[1], limits[2], at.milliseconds, Self.open,
        last.unanswered + 1, last.seq, last.contact, last.unanswered,
      ])
  }

  private static func policy(_ db: Database) throws -> [Int64] {
    let row = try Row.fetchOne(
      db, sql: "SELECT interval_ms, max_unanswered, order_window_ms FROM policy WHERE version = 1")
    return row.map { [$0[0], $0[1], $0[2]] } ?? [0, 0, 0]
  }
}
