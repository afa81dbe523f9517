import AmendsPolicy
import GRDB
import Ledger

/// Opens permits with plain SQL, without asking any limit, without the desk's lock, each statement a
/// transaction of its own; a third of its permits lie about what came before.
///
/// A program of its own might do the same to a desk: what stops it are constraints and triggers alone.
struct RogueRival: Rival {
  private let database: DatabaseQueue
  private let log: ContactLog
  private let name: String
  private let now: @Sendable () -> Instant
  private var dice: Dice
  private var round = 0

  init(
    _ desk: ScratchDesk, name: String, dice: Dice, now: @escaping @Sendable () -> Instant
  ) throws {
    database = try desk.database()
    log = try desk.log()
    self.name = name
    self.dice = dice
    self.now = now
  }

  mutating func attempt(_ customer: Int, _ meter: WaitMeter) throws -> AttemptOutcome {
    round += 1
    let own = "\(name)-\(round)"
    do {
      guard let item = try take(own, customer, meter) else { return .refused }
      return try open(item, isOwn: item == own, customer, meter)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return .refused
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return .failed
    }
  }

  /// Puts an item of its own on its way, or snatches the one that another rogue is just sending.
  private func take(_ own: String, _ customer: Int, _ meter: WaitMeter) throws -> String? {
    let number = ScratchDesk.id(of: customer).number
    do {
      try run(
        """
        INSERT INTO outbox(id, draft, review, customer, state, is_proactive, queued_at, queued_by,
          leaves_at, seen_event, seen_version, text)
        VALUES (?, ?, ?, ?, 'queued', 0, 0, '', 0, 0, 0, '')
        """,
        [
          own, ScratchDesk.rogueDraft(of: customer).text,
          ScratchDesk.review(of: customer, 0).number, number,
        ], meter)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return try meter.read {
        try database.read {
          try String.fetchOne(
            $0, sql: "SELECT id FROM outbox WHERE customer = ? AND state = 'sending'",
            arguments: [number])
        }
      }
    }
    try run("UPDATE outbox SET state = 'sending' WHERE id = ?", [own], meter)
    return own
  }

  private mutating func open(
    _ item: String, isOwn: Bool, _ customer: Int, _ meter: WaitMeter
  ) throws -> AttemptOutcome {
    let permit = RoguePermit(
      customer: ScratchDesk.id(of: customer).number, item: item, at: now(),
      lie: RogueLie.thrown(by: &dice))
    do {
      let last = try meter.read { try database.read { try permit.last($0) } }
      try meter.write {
        try database.writeWithoutTransaction { try permit.insert(after: last, $0) }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      if isOwn { try giveUp(item, meter) }
      return .refused
    }
    try log.append(MadeContact(customer: customer, at: now()))
    try close(item, meter)
    return .left
  }

  private func giveUp(_ item: String, _ meter: WaitMeter) throws {
    try run("UPDATE outbox SET state = 'queued' WHERE id = ?", [item], meter)
    try run("UPDATE outbox SET state = 'recalled' WHERE id = ?", [item], meter)
  }

  private func close(_ item: String, _ meter: WaitMeter) throws {
    try run("UPDATE outbox SET state = 'committing' WHERE id = ?", [item], meter)
    try run(
      "UPDATE permit SET outcome = 'sent', last_contact = max(at, ?) WHERE outbox = ?",
      [now().milliseconds, item], meter)
    try run("UPDATE outbox SET state = 'sent' WHERE id = ?", [item], meter)
  }

  private func run(
    _ sql: String, _ arguments: StatementArguments, _ meter: WaitMeter
  ) throws {
    try meter.write {
      try database.writeWithoutTransaction { try $0.execute(sql: sql, arguments: arguments) }
    }
  }
}
