import GRDB

/// A database that stands for itself: one file, without a log beside it.
enum BackupFile {
  /// Looks through a whole backup, and counts what lies in it.
  ///
  /// - Throws: ``DeskError/damaged(_:backup:)`` where it is not whole, ``DeskError/newerSchema(path:)``,
  ///   or ``DeskError/noBackup(path:reason:)`` where it is no desk.
  static func contents(of path: String) throws -> DeskContents {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { db in try contents(of: path, db) }
  }

  /// Looks through an open database.
  static func contents(of path: String, _ db: Database) throws -> DeskContents {
    try DeskCheck.thorough(db)
    guard try db.tableExists("contact_event"), try db.tableExists("permit") else {
      throw DeskError.noBackup(path: path, reason: "it is no desk of Amends")
    }
    guard try !Migrations.migrator.hasBeenSuperseded(db) else {
      throw DeskError.newerSchema(path: path)
    }
    return try DeskContents(db)
  }

  /// Turns a database into one file: its log is folded in, and none is kept from then on.
  static func close(_ db: Database) throws {
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
    guard mode == "delete" else { throw DeskError.storage("the copy keeps its log") }
  }
}
