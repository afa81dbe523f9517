import AmendsPolicy
import GRDB
import Ledger

/// Takes in facts about people, one transaction long: collected first, then written person by person.
///
/// So a person's history is looked at once a transaction, however many facts about them come in.
struct ContactImport {
  let now: Instant
  let actor: String
  private(set) var tally = ImportTally()
  private var waiting: [Int64: [NewFact]] = [:]

  init(now: Instant, actor: String) {
    self.now = now
    self.actor = actor
  }

  /// Takes in one fact, which is written at the end, and gives the person.
  mutating func take(
    _ record: ContactRecord,
    _ people: inout PersonResolver,
    _ db: Database
  ) throws -> PersonResolver.Found {
    let found = try people.person(Self.keys(of: record), db)
    guard !found.isErased else {
      takeBare(record.event, of: found.customer)
      return found
    }
    if let zone = record.zone { try setZone(zone, of: found.customer, db) }
    add(
      NewFact(
        customer: found.customer, event: record.event, channel: record.channel, actor: actor,
        note: record.note))
    return found
  }

  /// Takes in one fact about a person who was found already.
  mutating func add(_ fact: NewFact) { waiting[fact.customer, default: []].append(fact) }

  /// Of a fact about an erased person nothing is kept but its kind and its time.
  private mutating func takeBare(_ event: ContactEvent, of customer: Int64) {
    waiting[customer, default: []].append(
      NewFact(customer: customer, event: ContactEvent(event.kind, at: event.at), actor: actor))
    tally.erased += 1
  }

  /// Writes the facts, with all that they change; nothing may be taken in afterwards.
  ///
  /// - Returns: The number of the last new fact, where there is any.
  /// - Throws: `DatabaseError` where nothing could be written.
  mutating func finish(_ people: PersonResolver, _ db: Database) throws -> Int64? {
    guard !waiting.isEmpty else { return nil }
    var updates: [StandingUpdate] = []
    for (customer, facts) in grouped(people) {
      let update = try StandingUpdate(customer, facts, db)
      tally.added += update.added.count
      tally.unchanged += facts.count - update.added.count
      updates.append(update)
    }
    let last = try Facts.insert(updates.flatMap(\.added), now: now, db)
    let work = try WaitingWork(db)
    for update in updates { try update.finish(work, now: now, db) }
    return last
  }

  /// The facts by the person that each is about now that all keys are known, in order of number.
  private func grouped(_ people: PersonResolver) -> [(customer: Int64, facts: [NewFact])] {
    var groups: [Int64: [NewFact]] = [:]
    for (original, facts) in waiting.sorted(by: { $0.key < $1.key }) {
      let customer = people.root(original)
      groups[customer, default: []] += facts.map { $0.moved(to: customer) }
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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

extension NewFact {
  fileprivate func moved(to customer: Int64) -> NewFact {
    var fact = self
    fact.customer = customer
    return fact
  }
}
