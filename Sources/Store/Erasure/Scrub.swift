import GRDB

extension DeskStore {
  /// Writes the files of the desk anew, so that nothing that was removed can be read in them.
  ///
  /// The search index is merged into one piece, which drops the words of removed texts; the database is
  /// written anew (`VACUUM`), and its log folded back and emptied. Everybody else waits meanwhile. What a
  /// file system or a disk keeps of overwritten blocks is beyond a program's reach.
  /// - Returns: Whether the log could be emptied; not while another program reads in it.
  /// - Throws: ``DeskError`` where the files could not be written, for want of room for instance.
  @discardableResult
  public func scrub() throws(DeskError) -> Bool {
    do {
      return try pool.barrierWriteWithoutTransaction { db in
        try lock.hold { try Self.scrub(db) }
      }
    } catch {
      throw DeskError(error)
    }
  }

  private static func scrub(_ db: Database) throws -> Bool {
    try db.execute(sql: "INSERT INTO review_search(review_search) VALUES ('optimize')")
    try db.execute(sql: "PRAGMA temp_store = FILE")
    defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
    try db.execute(sql: "VACUUM")
    guard try emptyLog(db) else { return false }
    try db.execute(sql: "DELETE FROM unscrubbed")
    return try emptyLog(db)
  }

  private static func emptyLog(_ db: Database) throws -> Bool {
    try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] as Int == 0 } ?? false
  }

  /// How many people were erased whose traces may still stand in the files of the desk.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func unscrubbed() throws(DeskError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM unscrubbed") ?? 0 }
  }
}
