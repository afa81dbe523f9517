import AmendsPolicy
import GRDB

/// Asks in one transaction whether it may write, and writes in the next: a check in the interface.
///
/// It is the control: the same limits, the same durability, and no ledger. Where it breaks no limit, the
/// machine was too idle for the zeros beside it to mean anything.
struct CarelessRival: Rival {
  private let database: DatabasePool
  private let log: ContactLog
  private let limits: ContactLimits
  private let now: @Sendable () -> Instant

  init(
    _ desk: ScratchDesk, limits: ContactLimits, now: @escaping @Sendable () -> Instant
  ) throws {
    database = try desk.plainDatabase()
    log = try desk.log()
    self.limits = limits
    self.now = now
  }

  mutating func attempt(_ customer: Int, _ meter: WaitMeter) throws -> AttemptOutcome {
    do {
      guard try meter.read({ try isAllowed(customer) }) else { return .refused }
      try meter.write {
        try database.write {
          try $0.execute(
            sql: "INSERT INTO contact(customer, at) VALUES (?, ?)",
            arguments: [customer, now().milliseconds])
        }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return .failed
    }
    try log.append(MadeContact(customer: customer, at: now()))
    return .left
  }

  private func isAllowed(_ customer: Int) throws -> Bool {
    try database.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT count(*), max(at) FROM contact WHERE customer = ?",
        arguments: [customer])
      guard let row, let last = Instant(row[1] as Int64?) else { return true }
      return row[0] < limits.maximumUnanswered && now() - last >= limits.interval
    }
  }
}

extension Instant {
  fileprivate init?(_ milliseconds: Int64?) {
    guard let milliseconds else { return nil }
    self.init(milliseconds: milliseconds)
  }
}
