/// A setting of the database that the desk depends on, by SQLite's name for it.
public enum DeskSetting: String, Sendable, CaseIterable {
  /// 2 where every commit waits for the disk.
  case synchronous
  /// `wal` where readers and a writer do not wait for each other.
  case journalMode = "journal_mode"
  /// 1 where references are enforced.
  case foreignKeys = "foreign_keys"
  /// 1 where `REPLACE` cannot delete past the guards.
  case recursiveTriggers = "recursive_triggers"
  /// 0 where a tampered schema cannot run what has side effects.
  case trustedSchema = "trusted_schema"
  /// 1 where damaged pages are noticed early.
  case cellSizeCheck = "cell_size_check"
  /// 2 where what is deleted is overwritten as far as that costs nothing.
  case secureDelete = "secure_delete"
  /// How much of the file is kept in memory, in KiB and negative.
  case cacheSize = "cache_size"
}
