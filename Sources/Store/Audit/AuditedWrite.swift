import AmendsPolicy
import GRDB
import Ledger

extension DeskStore {
  /// Writes what somebody does, in one transaction with what the audit notes of it.
  ///
  /// - Parameters:
  ///   - action: What it is.
  ///   - now: When.
  ///   - actor: By whom; by whom the desk was opened for where nobody else is named.
  ///   - work: Does it, and notes it; moves of replies are noted by themselves.
  ///   - after: What is done once it is on disk, before anybody else may write.
  /// - Returns: The answer of the work.
  /// - Throws: What the work throws.
  func write<Value>(
    _ action: AuditAction,
    at now: Instant,
    by actor: String? = nil,
    _ work: (Database, AuditTrail) throws -> Value,
    then after: (Value, Database) throws -> Void = { _, _ in }
  ) throws(DeskError) -> Value {
    let act = Act(at: now, by: actor)
    return try write { db in
      try perform(action, act, work, db)
    } then: { value, db in
      try after(value, db)
    }
  }

  /// The same for a write with an identity: one that stands in the chain was done, and is not done again.
  ///
  /// - Parameters:
  ///   - action: What it is.
  ///   - act: Who does it, when, and under which identity.
  ///   - again: Gives the answer of a write that was done, out of its entries.
  ///   - work: Does it, and notes it.
  ///   - after: What is done once it is on disk, before anybody else may write.
  /// - Returns: The answer.
  /// - Throws: ``DeskError/usedWriteID(_:)`` where the identity belongs to something else; what the work throws.
  func write<Value>(
    _ action: AuditAction,
    _ act: Act,
    again: (DoneWrite, Database) throws -> Value,
    _ work: (Database, AuditTrail) throws -> Value,
    then after: (Value, Database) throws -> Void = { _, _ in }
  ) throws(DeskError) -> Value {
    try write { db in
      if let done = try DoneWrite(act.id, action, db) { return try again(done, db) }
      return try perform(action, act, work, db)
    } then: { value, db in
      try after(value, db)
    }
  }

  /// The same for what answers nothing.
  func write(
    _ action: AuditAction,
    _ act: Act,
    _ work: (Database, AuditTrail) throws -> Void,
    then after: (Void, Database) throws -> Void = { _, _ in }
  ) throws(DeskError) {
    try write(action, act, again: { _, _ in }, work, then: after)
  }

  private func perform<Value>(
    _ action: AuditAction,
    _ act: Act,
    _ work: (Database, AuditTrail) throws -> Value,
    _ db: Database
  ) throws -> Value {
    let trail = try AuditTrail(acting: acting, act: act, action: action, db)
    let value = try work(db, trail)
    try trail.takeMoves(db)
    return value
  }
}
