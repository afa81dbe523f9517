import GRDB

// Statements that a connection prepares once and keeps.
//
// Preparing one costs more than running it: SQLite compiles every trigger of the table with it, and GRDB
// notes each column that they touch. Keeping them made writes of 64 contending processes 20 to 40 % more
// frequent (ThePromise.md).
//
// They are for one statement whose text comes from a handful. Not for what people type, nor for a cursor
// that is open while the same text may be asked for again: both would share the one statement. A statement
// that fails is dropped, and prepared anew the next time; so are all when the schema changes.

extension Database {
  /// Executes a statement that the connection keeps.
  func execute(cached sql: String, arguments: StatementArguments = []) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension Row {
  /// The first row of a statement that the connection keeps, if there is one.
  static func fetchOne(
    _ db: Database,
    cached sql: String,
    arguments: StatementArguments = []
  ) throws -> Row? {
    try fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// The rows of a statement that the connection keeps.
  static func fetchAll(
    _ db: Database,
    cached sql: String,
    arguments: StatementArguments = []
  ) throws -> [Row] {
    try fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension DatabaseValueConvertible where Self: StatementColumnConvertible {
  /// The first column of the first row of a statement that the connection keeps, if there is one.
  static func fetchOne(
    _ db: Database,
    cached sql: String,
    arguments: StatementArguments = []
  ) throws -> Self? {
    try fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first columns of the rows of a statement that the connection keeps.
  static func fetchAll(
    _ db: Database,
    cached sql: String,
    arguments: StatementArguments = []
  ) throws -> [Self] {
    try fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension DatabaseValueConvertible where Self: StatementColumnConvertible & Hashable {
  /// The first columns of the rows of a statement that the connection keeps, each once.
  static func fetchSet(
    _ db: Database,
    cached sql: String,
    arguments: StatementArguments = []
  ) throws -> Set<Self> {
    try fetchSet(db.cachedStatement(sql: sql), arguments: arguments)
  }
}
