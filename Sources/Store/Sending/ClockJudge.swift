import AmendsPolicy
import GRDB
import Ledger

/// Judges a reading of the clocks within a transaction, and keeps what comes of it.
enum ClockJudge {
  /// Freezes sending where the reading is under suspicion; remembers it where it is not, and ends what ends
  /// by itself.
  static func hear(_ reading: ClockReading, _ db: Database) throws {
    if let suspicion = ClockSuspicion(reading, after: try ClockMarks.read(db)) {
      try Freezes.raise(Freeze(suspicion, since: reading.wall), db)
    } else {
      try Freezes.endByThemselves(at: reading.wall, db)
      try ClockMarks.note(reading, db)
    }
  }

  /// Whether there is anything to keep of a reading: a suspicion, the end of one, or a mark that is a minute
  /// old.
  static func isNews(_ reading: ClockReading, _ db: Database) throws -> Bool {
    let mark = try ClockMarks.read(db)
    let freezes = try Freezes.inForce(db).filter { $0.kind == .clock }
    if let suspicion = ClockSuspicion(reading, after: mark) {
      return !freezes.contains { suspicion.endsByItself || !$0.endsByItself }
    }
    guard let mark, mark.first?.boot == reading.boot else { return true }
    return freezes.contains(where: \.endsByItself) || reading.wall - mark.newest >= .minutes(1)
  }
}
