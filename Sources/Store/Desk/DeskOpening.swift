import GRDB

/// Opens the database of a desk as it must be: durable, guarded, at the newest schema.
enum DeskOpening {
  /// How much of the file a connection keeps in memory; it does not grow with the desk.
  static let cacheKibibytes = 4096

  static func open(
    _ files: DeskFiles,
    patience: Int
  ) throws -> (DatabasePool, DatabaseQueue) {
    let pool = try DatabasePool(path: files.database, configuration: configuration(patience))
    try makeDurable(pool)
    try migrate(pool, path: files.database)
    var reading = configuration(patience)
    reading.readonly = true
    return (pool, try DatabaseQueue(path: files.database, configuration: reading))
  }

  private static func configuration(_ patience: Int) -> Configuration {
    var configuration = Configuration()
    configuration.label = "desk"
    configuration.busyMode = .timeout(Double(patience))
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      for setting in [
        "recursive_triggers = ON", "trusted_schema = OFF", "cell_size_check = ON",
        "secure_delete = FAST", "temp_store = MEMORY", "cache_size = -\(cacheKibibytes)",
      ] {
        try db.execute(sql: "PRAGMA \(setting)")
      }
    }
    return configuration
  }

  /// Makes every commit wait for the disk.
  ///
  /// The pool sets `synchronous` to NORMAL when it turns the write-ahead log on, after any preparation:
  /// so FULL is set afterwards, and read back.
  private static func makeDurable(_ pool: DatabasePool) throws {
    try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
        try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal",
        try Int.fetchOne(db, sql: "PRAGMA foreign_keys") == 1,
        try Int.fetchOne(db, sql: "PRAGMA recursive_triggers") == 1
      else { throw DeskError.notDurable }
    }
  }

  private static func migrate(_ pool: DatabasePool, path: String) throws {
    let migrator = Migrations.migrator
    guard try !pool.read(migrator.hasBeenSuperseded) else {
      throw DeskError.newerSchema(path: path)
    }
    guard try !pool.read(migrator.hasCompletedMigrations) else { return }
    try migrator.migrate(pool)
  }
}
