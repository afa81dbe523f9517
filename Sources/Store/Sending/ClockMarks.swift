import AmendsPolicy
import GRDB
import Ledger

/// Reading and writing of what the desk remembers of the clocks.
enum ClockMarks {
  /// What the desk remembers; `nil` where it has never seen a clock.
  static func read(_ db: Database) throws -> ClockMark? {
    let statement = try db.cachedStatement(
      sql: "SELECT newest, boot, wall, since_boot, was_kept FROM clock_mark")
    guard let row = try Row.fetchOne(statement) else { return nil }
    return ClockMark(
      newest: Instant(milliseconds: row[0]), first: first(row), wasKept: row[4])
  }

  private static func first(_ row: Row) -> ClockReading? {
    guard let boot = row[1] as String?, let wall = row[2] as Int64?,
      let sinceBoot = row[3] as Int64?
    else { return nil }
    return ClockReading(
      wall: Instant(milliseconds: wall), sinceBoot: Span(milliseconds: sinceBoot), boot: boot)
  }

  /// Remembers a mark in the place of the one before.
  static func write(_ mark: ClockMark, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO clock_mark(id, newest, boot, wall, since_boot, was_kept)
        VALUES (1, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET newest = excluded.newest, boot = excluded.boot,
          wall = excluded.wall, since_boot = excluded.since_boot, was_kept = excluded.was_kept
        """
    ).execute(arguments: [
      mark.newest.milliseconds, mark.first?.boot, mark.first?.wall.milliseconds,
      mark.first?.sinceBoot.milliseconds, mark.wasKept,
    ])
  }

  /// Remembers a reading that is believed.
  static func note(_ reading: ClockReading, _ db: Database) throws {
    var mark = try read(db) ?? ClockMark(reading)
    mark.note(reading)
    try write(mark, db)
  }

  /// Remembers that an instant of the ledger has passed.
  static func pass(_ instant: Instant, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE clock_mark SET newest = max(newest, ?)")
      .execute(arguments: [instant.milliseconds])
  }
}
