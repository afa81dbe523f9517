import GRDB

/// Opens the database of a desk as it must be: durable, guarded, at the newest schema.
enum DeskOpening {
  /// How much of the file a connection keeps in memory; it does not grow with the desk.
  static let cacheKibibytes = 4096

  static func open(
    _ files: DeskFiles,
    patience: Int,
    examination: OpeningExamination
  ) throws -> (DatabasePool, DatabaseQueue) {
    let pool = try DatabasePool(path: files.database, configuration: configuration(patience))
    try pool.writeWithoutTransaction { db in try makeDurable(db) }
    try migrate(pool, path: files.database)
    try pool.writeWithoutTransaction { db in try examination.run(db) }
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
      try guardItself(db)
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
    }
    return configuration
  }

  /// What every connection must have set, readers too, each read back.
  private static func guardItself(_ db: Database) throws {
    let settings: [(name: DeskSetting, value: String, isRead: String)] = [
      (.foreignKeys, "ON", "1"), (.recursiveTriggers, "ON", "1"), (.trustedSchema, "OFF", "0"),
      (.cellSizeCheck, "ON", "1"), (.secureDelete, "FAST", "2"),
    ]
    for setting in settings {
      try db.execute(sql: "PRAGMA \(setting.name.rawValue) = \(setting.value)")
      guard try value(of: setting.name, db) == setting.isRead else {
        throw DeskError.notDurable(setting.name)
      }
    }
  }

  /// Makes every commit wait for the disk.
  ///
  /// The pool sets `synchronous` to NORMAL when it turns the write-ahead log on, after any preparation:
  /// so FULL is set afterwards, and read back.
  private static func makeDurable(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    guard try value(of: .synchronous, db) == "2" else {
      throw DeskError.notDurable(.synchronous)
    }
    guard try value(of: .journalMode, db) == "wal" else {
      throw DeskError.notDurable(.journalMode)
    }
  }

  /// What the database says of a setting.
  static func value(of setting: DeskSetting, _ db: Database) throws -> String {
    try String.fetchOne(db, sql: "PRAGMA \(setting.rawValue)") ?? ""
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
