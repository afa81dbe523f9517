public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// The person known by a key; `nil` where nobody is.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func customer(for key: CustomerKey) throws(DeskError) -> Customer? {
    try read { db in
      try People.find(key, db).flatMap { try People.customer($0, db) }
    }
  }

  /// The person under a number, or the one that they were merged into; `nil` where there is none.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func customer(_ id: CustomerID) throws(DeskError) -> Customer? {
    try read { db in try People.customer(People.root(id.number, db), db) }
  }

  /// The facts about a person that count, oldest first.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func events(of customer: CustomerID) throws(DeskError) -> [ContactEvent] {
    try read { db in try Facts.counting(of: People.root(customer.number, db), db) }
  }

  /// What is known of each order of a person, out of facts, reviews and keys.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func orders(of customer: CustomerID) throws(DeskError) -> [String: OrderStanding] {
    try read { db in
      let id = try People.root(customer.number, db)
      let events = try Facts.counting(of: id, db)
      var orders: [String: OrderStanding] = [:]
      for order in try People.orders(of: id, db) + events.compactMap(\.order) {
        orders[order] = OrderStanding(order: order, in: events)
      }
      return orders
    }
  }

  /// Says in which zone a person lives; `nil` where that is unknown again.
  ///
  /// - Throws: ``DeskError`` where there is no such customer, or nothing could be written.
  public func setZone(_ zone: String?, of customer: CustomerID) throws(DeskError) {
    try write { db in
      let id = try People.root(customer.number, db)
      try db.cachedStatement(sql: "UPDATE customer SET zone = ? WHERE id = ?").execute(arguments: [
        zone, id,
      ])
      guard db.changesCount == 1 else { throw DeskError.unknown("customer") }
    }
  }
}

/// Questions about people that several pieces of work ask.
enum People {
  /// The number of the person known by a key, or erased who was known by it.
  static func find(_ key: CustomerKey, _ db: Database) throws -> Int64? {
    try owner(of: key, db) ?? ErasedPeople(db).find(key, db)
  }

  /// The number of the person known by a key.
  static func owner(of key: CustomerKey, _ db: Database) throws -> Int64? {
    try db.cachedStatement(sql: "SELECT customer FROM alias WHERE kind = ? AND key = ?")
      .number([key.kind, key.stored])
  }

  /// The number of the person that a number stands for now.
  static func root(_ id: Int64, _ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: "SELECT ifnull(merged_into, id) FROM customer WHERE id = ?")
      .number([id]) ?? id
  }

  static func customer(_ id: Int64, _ db: Database) throws -> Customer? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(CustomerRow.columns("customer")) FROM customer WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { CustomerRow.customer($0) }
  }

  /// The person, or an error that says that there is none.
  static func known(_ id: Int64, _ db: Database) throws -> Customer {
    guard let customer = try customer(root(id, db), db) else { throw DeskError.unknown("customer") }
    return customer
  }

  static func orders(of id: Int64, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT key FROM alias WHERE customer = ? AND kind = 'order'
          UNION SELECT order_number FROM review WHERE customer = ? AND order_number IS NOT NULL
          """), arguments: [id, id])
  }

  static func keys(of id: Int64, _ db: Database) throws -> [CustomerKey] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT kind, key FROM alias WHERE customer = ?"), arguments: [id]
    )
    .map { CustomerKey(kind: $0[0], stored: $0[1]) }
    .sorted { ($1.strength, $0.text) < ($0.strength, $1.text) }
  }
}

extension Statement {
  /// The first column of the first row, if there is one.
  func number(_ arguments: StatementArguments) throws -> Int64? {
    try Int64.fetchOne(self, arguments: arguments)
  }
}
