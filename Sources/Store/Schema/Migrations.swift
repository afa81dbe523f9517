import GRDB

/// Everything that was ever done to the schema, in order; a migration that was published is never edited.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 desk") { db in
      for part in [
        PeopleSchema.sql, ReviewSchema.sql, ReviewSchema.search, SalesSchema.sql,
        LedgerSchema.facts,
        WorkSchema.sql, LedgerSchema.permits, LedgerSchema.permitGuards, LedgerSchema.limitGuards,
      ] {
        try db.execute(sql: part)
      }
      try ReviewSchema.fillCounts(db)
    }
    migrator.registerMigration("2 cheaper imports") { db in
      try db.execute(sql: ReviewSchema.cheaperImports)
    }
    migrator.registerMigration("3 safety") { db in
      try db.execute(sql: SafetySchema.sql)
    }
    migrator.registerMigration("4 audit") { db in
      try db.execute(sql: AuditSchema.sql)
      try db.execute(sql: ErasureSchema.sql)
      try ErasureSchema.makeKey(db)
    }
    migrator.registerMigration("5 mail") { db in
      try db.execute(sql: MailSchema.sql)
    }
    migrator.registerMigration("6 retries") { db in
      for part in [RetrySchema.outbox, RetrySchema.removals] { try db.execute(sql: part) }
    }
    migrator.registerMigration("7 snoozes") { db in
      try db.execute(sql: SnoozeSchema.sql)
    }
    return migrator
  }
}
