public import AmendsPolicy
import GRDB
public import Ledger

/// What became of a fact that was recorded.
public struct RecordOutcome: Hashable, Sendable {
  /// Whom it is about.
  public var customer: CustomerID
  /// Under which number the ledger keeps it; `nil` where it was known already.
  public var event: EventID?
  /// Whether nobody knew the person before.
  public var isNewCustomer: Bool
  /// The limit that it broke; it counts all the same.
  public var broke: ContactLimit?

  /// Whether the very same fact was known already.
  public var wasKnown: Bool { event == nil }
}

extension DeskStore {
  /// Records a fact about a person, whatever limit it broke and in whatever order facts arrive.
  ///
  /// An unknown key makes a new customer; the order of the fact finds the person from then on. A reply
  /// that waits for them is held where the fact is news to it.
  /// - Parameters:
  ///   - record: The fact, and who it is about.
  ///   - now: When it is recorded.
  ///   - actor: Who records it.
  ///   - write: The identity of the write, made by the client: a second time it changes nothing.
  /// - Returns: Whom it is about, whether it was news, and which limit it broke.
  /// - Throws: ``DeskError`` where nothing could be written.
  public func record(
    _ record: ContactRecord,
    at now: Instant,
    by actor: String,
    as write: WriteID? = nil
  ) throws(DeskError) -> RecordOutcome {
    let act = Act(at: now, by: actor, as: write)
    return try self.write(.contactRecorded, act, again: { try recorded($0, $1) }) { db, trail in
      var people = PersonResolver(now: now)
      var contacts = ContactImport(now: now, actor: actor)
      let found = try contacts.take(record, &people, db)
      let event = try contacts.finish(people, db)
      let customer = try People.known(found.customer, db)
      let outcome = RecordOutcome(
        customer: customer.id, event: event.map(EventID.init), isNewCustomer: found.isNew,
        broke: try broken(by: event, of: customer, db))
      try trail.note(outcome, of: record.event.kind, db)
      return outcome
    }
  }

  /// What was answered when the fact was recorded.
  private func recorded(_ done: DoneWrite, _ db: Database) throws -> RecordOutcome {
    let (event, entry) = try done.event()
    return RecordOutcome(
      customer: CustomerID(try People.root(entry.customer?.number ?? 0, db)), event: event,
      isNewCustomer: entry.details[.isNew] == "yes",
      broke: entry.details[.broke].flatMap(ContactLimit.init(rawValue:)))
  }

  private func broken(
    by event: Int64?,
    of customer: Customer,
    _ db: Database
  ) throws -> ContactLimit? {
    guard let event else { return nil }
    let facts = try Facts.numbered(of: customer.id.number, db)
    return ContactHistory(limits: limits, zone: zones(customer.zone)).broken(facts)[event]
  }

  /// Writes a note about a person, which is never sent; once for each identity of a write.
  ///
  /// - Throws: ``DeskError`` where there is no such customer, or nothing could be written.
  public func addNote(
    _ text: String,
    to customer: CustomerID,
    at now: Instant,
    by actor: String,
    as write: WriteID? = nil
  ) throws(DeskError) -> EventID {
    let act = Act(at: now, by: actor, as: write)
    return try self.write(.noteWritten, act, again: { done, _ in try done.event().0 }) {
      db, trail in
      let id = try People.known(customer.number, db).id.number
      let event = EventID(
        try Facts.insertNote(text, of: id, at: now, by: actor, now: now, db))
      try trail.note(.event(event), about: id, db)
      return event
    }
  }

  /// Takes a fact or a note back; taking it back twice changes nothing.
  ///
  /// - Throws: ``DeskError/ownContact(_:)`` for a message that Amends itself sent; other errors where
  ///   there is no such entry, or nothing could be written.
  public func retract(
    _ event: EventID,
    at now: Instant,
    by actor: String? = nil,
    as write: WriteID? = nil
  ) throws(DeskError) {
    try self.write(.factRetracted, Act(at: now, by: actor, as: write)) { db, trail in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT customer, outbox, retracted_at, kind FROM contact_event WHERE id = ?"),
        arguments: [event.number])
      guard let row else { throw DeskError.unknown("entry of a timeline") }
      guard row["outbox"] as String? == nil else { throw DeskError.ownContact(event) }
      guard row["retracted_at"] as Int64? == nil else { return }
      try db.cachedStatement(sql: "UPDATE contact_event SET retracted_at = ? WHERE id = ?").execute(
        arguments: [now.milliseconds, event.number])
      try StandingKeeper.refold(row["customer"], db)
      try trail.note(.event(event), about: row["customer"], details: [.kind: row["kind"]], db)
    }
  }
}

extension AuditTrail {
  /// Notes a fact that was news.
  fileprivate func note(
    _ outcome: RecordOutcome,
    of kind: ContactEventKind,
    _ db: Database
  ) throws {
    guard let event = outcome.event else { return }
    try note(
      .event(event), about: outcome.customer.number,
      details: [
        .kind: kind.rawValue, .broke: outcome.broke?.rawValue,
        .isNew: outcome.isNewCustomer ? "yes" : nil,
      ], db)
  }
}
