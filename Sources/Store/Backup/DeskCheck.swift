import GRDB

/// Looks through a whole database for damage.
enum DeskCheck {
  /// Looks at the structure of every page (`PRAGMA quick_check`): about half a second for 300 MB.
  static func quick(_ db: Database) throws {
    let found = try String.fetchAll(db, sql: "PRAGMA quick_check(3)")
    guard found == ["ok"] else { throw DeskError.damaged(found.joined(separator: "; ")) }
  }

  /// Looks at the structure and at every reference.
  static func thorough(_ db: Database) throws {
    try quick(db)
    if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
      let table: String = row[0]
      throw DeskError.damaged("a row of \(table) refers to nothing")
    }
  }
}

/// How much lies in a desk, to compare a copy with what it was made of.
public struct DeskContents: Hashable, Sendable {
  /// Reviews.
  public var reviews = 0
  /// Customers.
  public var customers = 0
  /// Facts and notes about customers.
  public var facts = 0
  /// Drafts, whatever their state.
  public var drafts = 0
  /// Replies, whatever their state.
  public var replies = 0
  /// Permits under which replies left.
  public var permits = 0

  /// Counts what lies in a database.
  init(_ db: Database) throws {
    func count(_ table: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    reviews = try count("review")
    customers = try count("customer")
    facts = try count("contact_event")
    drafts = try count("draft")
    replies = try count("outbox")
    permits = try count("permit")
  }
}
