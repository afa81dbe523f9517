import AmendsPolicy
import GRDB
import Ledger

/// Finds, or makes, the person that some keys belong to, and makes one of two where the keys say so.
///
/// Lives as long as one transaction: what it remembers is true only within it.
struct PersonResolver {
  let now: Instant
  private var known: [CustomerKey: Int64] = [:]
  private var merged: [Int64: Int64] = [:]
  private var erased: ErasedPeople?

  init(now: Instant) {
    self.now = now
  }

  /// The person's number, and whether nobody knew them before.
  struct Found {
    var customer: Int64
    var isNew = false
    /// Whether everything personal about them was removed: nothing of it is kept again.
    var isErased = false
  }

  /// The person that all the keys belong to.
  ///
  /// - Parameters:
  ///   - keys: The keys, strongest first; not empty.
  ///   - also: A person that the keys belong to whatever the aliases say.
  ///   - name: The name to keep where none is known.
  ///   - db: The desk, within a writing transaction.
  /// - Returns: The person, and whether nobody knew them before.
  /// - Throws: `DatabaseError` where nothing could be written.
  mutating func person(
    _ keys: [CustomerKey],
    also: Int64? = nil,
    name: String = "",
    _ db: Database
  ) throws -> Found {
    if let gone = try erasedPerson(of: keys, db) { return Found(customer: gone, isErased: true) }
    var owners: [Int64] = []
    var unknown: [CustomerKey] = []
    if let also { owners.append(root(also)) }
    for key in keys {
      if let owner = try owner(key, db) {
        if !owners.contains(owner) { owners.append(owner) }
      } else if !unknown.contains(key) {
        unknown.append(key)
      }
    }
    guard let oldest = owners.min() else { return try create(unknown, name: name, db) }
    for other in owners where other != oldest { try merge(other, into: oldest, db) }
    if !unknown.isEmpty { try strengthen(oldest, with: unknown, name: name, db) }
    return Found(customer: oldest)
  }

  /// The number that stands for a person now, whom this transaction may have merged.
  func root(_ id: Int64) -> Int64 { merged[id] ?? id }

  private mutating func erasedPerson(of keys: [CustomerKey], _ db: Database) throws -> Int64? {
    let people = try erased ?? ErasedPeople(db)
    erased = people
    return try people.first(of: keys, db)
  }

  private mutating func owner(_ key: CustomerKey, _ db: Database) throws -> Int64? {
    if let owner = known[key] { return root(owner) }
    guard let owner = try People.owner(of: key, db) else { return nil }
    known[key] = owner
    return owner
  }

  private mutating func create(_ keys: [CustomerKey], name: String, _ db: Database) throws -> Found
  {
    guard let main = keys.max(by: { $0.strength < $1.strength }) else {
      throw DeskError.unknown("customer without a key")
    }
    try db.cachedStatement(
      sql: "INSERT INTO customer(name, key_kind, key_text) VALUES (?, ?, ?)"
    ).execute(arguments: [name, main.kind, main.stored])
    let customer = db.lastInsertedRowID
    try add(keys, to: customer, db)
    return Found(customer: customer, isNew: true)
  }

  private mutating func add(_ keys: [CustomerKey], to customer: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO alias(kind, key, customer) VALUES (?, ?, ?)")
    for key in keys {
      try statement.execute(arguments: [key.kind, key.stored, customer])
      known[key] = customer
    }
  }

  /// Adds keys to a person, who is shown by the strongest from then on.
  private mutating func strengthen(
    _ customer: Int64,
    with keys: [CustomerKey],
    name: String,
    _ db: Database
  ) throws {
    try add(keys, to: customer, db)
    try People.refreshMainKey(of: customer, db)
    try People.name(customer, name, db)
  }

  /// Makes one person of two and remembers it.
  mutating func merge(_ loser: Int64, into survivor: Int64, _ db: Database) throws {
    try PersonMerge(loser: loser, survivor: survivor, now: now).run(db)
    for (old, target) in merged where target == loser { merged[old] = survivor }
    merged[loser] = survivor
  }
}

extension People {
  /// Gives a person a name where none is known.
  static func name(_ customer: Int64, _ name: String, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE customer SET name = ? WHERE id = ? AND name = ''")
      .execute(arguments: [name, customer])
  }

  /// Shows a person by the strongest key that they are known by.
  static func refreshMainKey(of customer: Int64, _ db: Database) throws {
    guard let main = try keys(of: customer, db).first else { return }
    try db.cachedStatement(sql: "UPDATE customer SET key_kind = ?, key_text = ? WHERE id = ?")
      .execute(arguments: [main.kind, main.stored, customer])
  }
}
