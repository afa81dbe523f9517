import AmendsPolicy
import GRDB
import Ledger

/// What sending is frozen for, in the database.
///
/// ``raise(_:_:)``, ``lift(_:_:)`` and ``endByThemselves(at:_:)`` are the acts that an audit has to know of.
enum Freezes {
  /// The freezes in force, the oldest first.
  static func inForce(_ db: Database) throws -> [Freeze] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT kind, reason, since, raised_by, ends_by_itself, needs_horizon FROM freeze
        WHERE lifted_at IS NULL ORDER BY id
        """)
    return try Row.fetchAll(statement).map { row in
      Freeze(
        FreezeKind(rawValue: row[0]) ?? .stopped, reason: row[1],
        since: Instant(milliseconds: row[2]), by: row[3], endsByItself: row[4],
        needsHorizon: row[5])
    }
  }

  /// Freezes sending, unless it is frozen for the same kind already and is as hard to lift.
  static func raise(_ freeze: Freeze, _ db: Database) throws {
    let isInForce = try inForce(db).contains {
      $0.kind == freeze.kind && ($0.needsHorizon || !freeze.needsHorizon)
        && (!$0.endsByItself || freeze.endsByItself)
    }
    guard !isInForce else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO freeze(kind, reason, since, raised_by, ends_by_itself, needs_horizon)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      freeze.kind.rawValue, freeze.reason, freeze.since.milliseconds, freeze.by,
      freeze.endsByItself, freeze.needsHorizon,
    ])
  }

  /// Lifts every freeze in force by a person's word.
  static func lift(_ word: Lifting, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE freeze SET lifted_at = ?, lifted_by = ?, lifted_reason = ?, horizon = ?
        WHERE lifted_at IS NULL
        """
    ).execute(arguments: [
      word.at.milliseconds, word.by, word.reason.text, word.horizon?.milliseconds,
    ])
  }

  /// Ends the freezes that end by themselves, for the clock can be believed again.
  static func endByThemselves(at now: Instant, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE freeze SET lifted_at = ?, lifted_by = '', lifted_reason = 'the clock is confirmed'
        WHERE lifted_at IS NULL AND ends_by_itself = 1
        """
    ).execute(arguments: [now.milliseconds])
  }
}

/// A person's word that sending may go on.
struct Lifting {
  var reason: TypedReason
  var at: Instant
  var by: String
  /// Until when messages may have left that the desk does not know.
  var horizon: Instant?
}
