public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// What sending is frozen for, the oldest first; empty where messages may leave.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func freezes() throws(DeskError) -> [Freeze] {
    try read { db in try Freezes.inForce(db) }
  }

  /// Looks at a reading of the clocks: sending is frozen where it cannot be believed.
  ///
  /// Programs that stay open call it now and then; it writes only where something is new, or the last mark is
  /// a minute old. What waits for a time server ends with the first reading that it confirms.
  /// - Throws: ``DeskError`` where nothing could be written.
  public func note(_ clock: ClockReading) throws(DeskError) {
    guard try read({ db in try ClockJudge.isNews(clock, db) }) else { return }
    try write { db in try ClockJudge.hear(clock, db) }
  }

  /// Stops sending until a person allows it again.
  ///
  /// - Throws: ``DeskError`` where nothing could be written.
  public func stopSending(
    _ reason: TypedReason,
    at now: Instant,
    by actor: String
  ) throws(DeskError) {
    try write(.sendingStopped, at: now, by: actor) { db, trail in
      try Freezes.raise(Freeze(.stopped, reason: reason.text, since: now, by: actor), db)
      try trail.note(.desk, details: [.reason: reason.text], db)
    }
  }

  /// Lifts every freeze that is in force, by a person's word.
  ///
  /// Where the clock was under suspicion it is believed from this reading on.
  /// - Parameters:
  ///   - reason: Why it is right to send again.
  ///   - clock: What the clocks show now.
  ///   - actor: Who says so.
  ///   - horizon: Until when messages may have left that the desk does not know; needed after a database
  ///     was restored whose spool does not tell. The longest cooldown is waited out from then on.
  /// - Returns: What was lifted; empty where nothing was frozen.
  /// - Throws: ``DeskError/needsHorizon`` where that was not said; ``DeskError/allowedFrom(_:)`` where
  ///   somebody may still be in a cooldown that the desk does not know; others where nothing could be
  ///   written. Everything stays frozen then.
  @discardableResult
  public func allowSending(
    _ reason: TypedReason,
    clock: ClockReading,
    by actor: String,
    nothingSentAfter horizon: Instant? = nil
  ) throws(DeskError) -> [Freeze] {
    try write(.sendingAllowed, at: clock.wall, by: actor) { db, trail in
      let freezes = try Freezes.inForce(db)
      guard !freezes.isEmpty else { return [] }
      if freezes.contains(where: \.needsHorizon) { try checkHorizon(horizon, at: clock.wall) }
      if freezes.contains(where: { $0.kind == .clock }) {
        try ClockMarks.write(ClockMark(clock), db)
      }
      try Freezes.lift(
        Lifting(reason: reason, at: clock.wall, by: actor, horizon: horizon), db)
      try trail.note(
        .desk,
        details: [
          .what: freezes.map(\.kind.rawValue).joined(separator: " "), .reason: reason.text,
          .to: horizon.map(ISO8601.text),
        ], db)
      return freezes
    }
  }

  private func checkHorizon(_ horizon: Instant?, at now: Instant) throws {
    guard let horizon else { throw DeskError.needsHorizon }
    let free = horizon + limits.interval
    guard horizon <= now, free <= now else { throw DeskError.allowedFrom(free) }
  }
}
