import GRDB

/// Which database it is, as it says itself, and how far it has read the spool.
struct DeskIdentity: Equatable {
  var epoch: String
  var place: SpoolPlace

  /// What the database says; `nil` where it has no name yet.
  static func read(_ db: Database) throws -> DeskIdentity? {
    let row = try Row.fetchOne(
      db, sql: "SELECT epoch, spool_read, spool_edition FROM desk_identity")
    return row.map {
      DeskIdentity(epoch: $0[0], place: SpoolPlace(bytes: $0[1], edition: $0[2]))
    }
  }

  func write(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO desk_identity(id, epoch, spool_read, spool_edition) VALUES (1, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET epoch = excluded.epoch, spool_read = excluded.spool_read,
          spool_edition = excluded.spool_edition
        """,
      arguments: [epoch, place.bytes, place.edition])
  }

  /// The number of the newest fact that the database has.
  static func newestFact(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(id) FROM contact_event") ?? 0
  }
}
