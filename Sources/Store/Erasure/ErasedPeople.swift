import Digests
import GRDB
import Ledger

/// Knows the keys of erased people by their hashes, for one transaction.
struct ErasedPeople {
  /// `nil` where nobody was erased, so that looking costs nothing.
  private let key: HashingKey?

  init(_ db: Database) throws {
    let anybody = try db.cachedStatement(sql: "SELECT 1 FROM erased_alias LIMIT 1").number([])
    key = try anybody.map { _ in try Self.deskKey(db) }
  }

  /// The erased person that a key belonged to.
  func find(_ alias: CustomerKey, _ db: Database) throws -> Int64? {
    guard let key else { return nil }
    return try db.cachedStatement(sql: "SELECT customer FROM erased_alias WHERE hash = ?")
      .number([Self.hash(of: alias, under: key)])
  }

  /// The erased person that the first such key belonged to.
  func first(of aliases: [CustomerKey], _ db: Database) throws -> Int64? {
    guard key != nil else { return nil }
    for alias in aliases {
      if let customer = try find(alias, db) { return customer }
    }
    return nil
  }

  /// Remembers the keys of a person who is being erased.
  static func add(_ aliases: [CustomerKey], of customer: Int64, _ db: Database) throws {
    let key = try deskKey(db)
    for alias in aliases {
      try db.execute(
        sql: "INSERT INTO erased_alias(hash, customer) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [hash(of: alias, under: key), customer])
    }
  }

  private static func deskKey(_ db: Database) throws -> HashingKey {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT bytes FROM desk_key WHERE id = 1"))
    guard let row else { throw DeskError.damaged("its key is missing") }
    return HashingKey(row.bytes(0))
  }

  private static func hash(of alias: CustomerKey, under key: HashingKey) -> DatabaseValue {
    key.hash("\(alias.kind)\n\(alias.stored)").bytes.blob
  }
}

extension People {
  /// Whether everything personal about a person was removed.
  static func isErased(_ customer: Int64, _ db: Database) throws -> Bool {
    try db.cachedStatement(
      sql: "SELECT 1 FROM customer WHERE id = ? AND erased_at IS NOT NULL"
    ).number([customer]) != nil
  }
}
