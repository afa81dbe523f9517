import AmendsPolicy
import GRDB
import Ledger

/// Reading and writing of the facts that the contact limits look at.
enum Facts {
  /// A fact with its number.
  struct Numbered {
    var id: Int64
    var event: ContactEvent
  }

  /// The facts about a person that count, oldest first.
  static func counting(of customer: Int64, _ db: Database) throws -> [ContactEvent] {
    try numbered(of: customer, db).map(\.event)
  }

  /// The facts about a person that count with their numbers, oldest first.
  static func numbered(of customer: Int64, _ db: Database) throws -> [Numbered] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, kind, at, order_number FROM contact_event
        WHERE customer = ? AND \(LedgerSchema.counting) ORDER BY at, id
        """)
    var facts: [Numbered] = []
    let rows = try Row.fetchCursor(statement, arguments: [customer])
    while let row = try rows.next() {
      guard let kind = ContactEventKind(rawValue: row[1]) else { continue }
      let event = ContactEvent(kind, at: Instant(milliseconds: row[2]), order: row[3])
      facts.append(Numbered(id: row[0], event: event))
    }
    return facts.sorted { ContactEvent.inTime($0.event, $1.event) }
  }

  /// Kinds and instants of the facts about a person, out of the index alone, in its order.
  static func history(of customer: Int64, _ db: Database) throws -> [ContactEvent] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT kind, at FROM contact_event
        WHERE customer = ? AND \(LedgerSchema.counting) ORDER BY at
        """)
    var events: [ContactEvent] = []
    let rows = try Row.fetchCursor(statement, arguments: [customer])
    while let row = try rows.next() {
      guard let kind = ContactEventKind(rawValue: row[0]) else { continue }
      events.append(ContactEvent(kind, at: Instant(milliseconds: row[1])))
    }
    return events
  }

  /// The number of the same fact about a person; `nil` where it is not known.
  static func number(of fact: NewFact, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id FROM contact_event
        WHERE customer = ? AND at = ? AND kind = ? AND \(LedgerSchema.counting)
          AND order_number IS ? AND channel = ? AND note = ?
        """)
    return try statement.number([
      fact.customer, fact.event.at.milliseconds, fact.event.kind.rawValue, fact.event.order,
      fact.channel, fact.note,
    ])
  }

  /// Keeps a note about a person, which no limit looks at, and gives its number.
  static func insertNote(
    _ text: String, of customer: Int64, at instant: Instant, by actor: String, now: Instant,
    _ db: Database
  ) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO contact_event(customer, kind, at, actor, recorded_at, note)
        VALUES (?, 'note', ?, ?, ?, ?)
        """
    ).execute(arguments: [customer, instant.milliseconds, actor, now.milliseconds, text])
    return db.lastInsertedRowID
  }

  /// How many facts one statement keeps: each statement that guards itself by triggers has a price.
  private static let mostAtOnce = 40

  /// Keeps facts, and gives the number of the last, where there is any.
  @discardableResult
  static func insert(_ facts: [NewFact], now: Instant, _ db: Database) throws -> Int64? {
    var rest = facts[...]
    while !rest.isEmpty {
      let part = rest.prefix(mostAtOnce)
      let places = part.map { _ in "(?, ?, ?, ?, ?, ?, ?, ?, ?)" }.joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO contact_event
            (customer, kind, at, order_number, channel, actor, recorded_at, outbox, note)
          VALUES \(places)
          """)
      try statement.execute(arguments: StatementArguments(part.flatMap { $0.values(now) }))
      rest = rest.dropFirst(part.count)
    }
    return facts.isEmpty ? nil : db.lastInsertedRowID
  }
}

/// A fact about a known person that is to be kept.
struct NewFact {
  var customer: Int64
  var event: ContactEvent
  var channel = ""
  var actor = ""
  var note = ""
  /// The outbox item that it comes from, where Amends itself wrote.
  var outbox: String?

  /// The values of a row, in the order of the statement that keeps it.
  fileprivate func values(_ now: Instant) -> [DatabaseValue] {
    [
      customer.databaseValue, event.kind.rawValue.databaseValue,
      event.at.milliseconds.databaseValue, event.order?.databaseValue ?? .null,
      channel.databaseValue, actor.databaseValue, now.milliseconds.databaseValue,
      outbox?.databaseValue ?? .null, note.databaseValue,
    ]
  }
}
