import AmendsPolicy
import GRDB
import Ledger

/// Takes in facts about people, one transaction long.
struct ContactImport {
  let actor: String
  private(set) var tally = ImportTally()
  private var people: PersonResolver
  private var standings = StandingKeeper()

  init(now: Instant, actor: String, limits: ContactLimits) {
    self.actor = actor
    people = PersonResolver(now: now, limits: limits)
  }

  /// Takes in one fact; gives the person, and the fact's number unless it was known.
  mutating func take(
    _ record: ContactRecord,
    _ db: Database
  ) throws -> (PersonResolver.Found, Int64?) {
    let found = try people.person(Self.keys(of: record), db)
    if let zone = record.zone { try setZone(zone, of: found.customer, db) }
    let fact = NewFact(
      customer: found.customer, event: record.event, channel: record.channel, actor: actor,
      note: record.note)
    if try !found.isNew && Facts.isKnown(fact, db) {
      tally.unchanged += 1
      return (found, nil)
    }
    let number = try Facts.insert(fact, now: people.now, db)
    standings.note(record.event, of: found.customer)
    tally.added += 1
    return (found, number)
  }

  /// Brings the standings up to date; nothing may be taken in afterwards.
  func finish(_ db: Database) throws {
    try standings.settle(now: people.now, db)
  }

  /// The keys that the record gives for the person; an order is one only where it has an order's form,
  /// so that a column full of "none" does not make one person of all.
  private static func keys(of record: ContactRecord) -> [CustomerKey] {
    guard let order = record.event.order, OrderNumber.isValid(order) else {
      return [record.customer]
    }
    return [record.customer, .order(order.uppercased())]
  }

  private func setZone(_ zone: String, of customer: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE customer SET zone = ?1 WHERE id = ?2 AND zone IS NOT ?1")
      .execute(arguments: [zone, customer])
  }
}
