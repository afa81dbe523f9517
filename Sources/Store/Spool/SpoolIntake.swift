import AmendsPolicy
import GRDB
import Ledger

extension SpooledPermit {
  /// The permit of an item that may leave now, with every key of its person.
  init(of item: OutboxItem, at now: Instant, _ db: Database) throws {
    outbox = item.id.text
    at = now
    order = item.order.map { .plain(.order($0)) }
    let person = try People.root(item.customer.number, db)
    keys = try People.keys(of: person, db).map(SpoolKey.plain)
  }
}

extension Spool {
  /// Enters what became of an item's permit, where it is closed.
  ///
  /// A line that is missing is the stricter reading: the message is taken for sent. So a refusal of the disk
  /// does not undo what the database says already.
  func noteOutcome(of item: OutboxID, _ db: Database) {
    let row = try? Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT outcome, last_contact FROM permit WHERE outbox = ? AND outcome <> 'open'
          ORDER BY seq DESC LIMIT 1
          """), arguments: [item.text])
    guard let row else { return }
    let at = Instant(milliseconds: row[1])
    try? append(.closed(outbox: item.text, wasSent: row[0] == "sent", at: at))
  }
}

/// Takes contacts into the desk that only the spool knows of, as facts, so that cooldowns hold.
struct SpoolIntake {
  /// The permits that the desk has neither given nor taken in before.
  ///
  /// A person of whom only hashes are left, none of which fits, is nobody here.
  let permits: [SpooledPermit]
  private let hashes: KeyHashes

  /// How the timeline names where such a contact comes from.
  static let channel = "spool"

  /// Compares what a spool says with the desk.
  init(_ content: SpoolContent, _ db: Database) throws {
    let unknown = try content.permits.filter { try !Self.isKnown($0, db) }
    let hashes = try KeyHashes(unknown, salt: content.head?.salt ?? "", db)
    permits = unknown.filter { $0.keys.contains { hashes.plain($0) != nil } }
    self.hashes = hashes
  }

  private static func isKnown(_ permit: SpooledPermit, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM permit WHERE outbox = ?1)
          OR EXISTS (SELECT 1 FROM contact_event WHERE outbox = ?1 AND outbox IS NOT NULL)
        """)
    return try statement.number([permit.outbox]) == 1
  }

  /// Takes the permits in; replies that an older desk still wants to send, and that have left, are held.
  func run(now: Instant, _ db: Database) throws {
    var people = PersonResolver(now: now)
    var contacts = ContactImport(now: now, actor: "")
    for permit in permits {
      let person = try people.person(permit.keys.compactMap(hashes.plain), db)
      let order = permit.order.flatMap(hashes.plain)
      contacts.add(
        NewFact(
          customer: person.customer,
          event: ContactEvent(.contacted, at: permit.at, order: order?.stored),
          channel: Self.channel, note: try text(of: permit.outbox, db), outbox: permit.outbox))
    }
    _ = try contacts.finish(people, db)
    for permit in permits { try tell(permit, db) }
  }

  private func text(of outbox: String, _ db: Database) throws -> String {
    try OutboxRows.find(OutboxID(outbox), db)?.item.text ?? ""
  }

  /// Says on the item, where the desk has it, that it left.
  private func tell(_ permit: SpooledPermit, _ db: Database) throws {
    let reason = Obstacle.left(permit.at).inWords
    try db.cachedStatement(sql: "UPDATE outbox SET reason = ? WHERE id = ? AND state = 'held'")
      .execute(arguments: [reason, permit.outbox])
  }
}

/// Finds the keys that hashes stand for, among all that the desk knows; looks only where there are hashes.
private struct KeyHashes {
  private var known: [String: CustomerKey] = [:]

  init(_ permits: [SpooledPermit], salt: String, _ db: Database) throws {
    let wanted = Set(
      permits.flatMap { $0.keys + [$0.order].compactMap(\.self) }.compactMap { key in
        if case .hashed(_, let hash) = key { hash } else { nil }
      })
    guard !wanted.isEmpty else { return }
    let rows = try Row.fetchCursor(db, sql: "SELECT kind, key FROM alias")
    while let row = try rows.next() {
      let key = CustomerKey(kind: row[0], stored: row[1])
      let hash = SpoolKey.hash(of: key, salt)
      if wanted.contains(hash) { known[hash] = key }
    }
  }

  func plain(_ key: SpoolKey) -> CustomerKey? {
    switch key {
    case .plain(let key): key
    case .hashed(_, let hash): known[hash]
    }
  }
}
