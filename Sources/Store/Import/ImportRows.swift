public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Takes in rows of a file, all of them or none, in one durable transaction.
  ///
  /// Importing the same rows again changes nothing. A caller with many rows hands them over in batches of
  /// about 20,000, so that memory does not grow with the file.
  /// - Parameters:
  ///   - rows: Good rows, in the order of the file.
  ///   - now: When they are imported.
  ///   - actor: Who imports them.
  /// - Returns: What became of the rows.
  /// - Throws: ``DeskError`` where nothing could be written; no row is in then.
  public func importRows(
    _ rows: [ImportedRow],
    at now: Instant,
    by actor: String
  ) throws(DeskError) -> ImportTally {
    try write(.imported, at: now, by: actor) { db, trail in
      try ImportMemory.widen(db)
      defer { ImportMemory.narrow(db) }
      var people = PersonResolver(now: now)
      var reviews = ReviewImport(now: now)
      var contacts = ContactImport(now: now, actor: actor)
      var sales = SalesImport()
      var mail = MailImport(now: now)
      for row in rows {
        switch row {
        case .review(let review): try reviews.take(review, &people, db)
        case .contact(let record): _ = try contacts.take(record, &people, db)
        case .sales(let period): try sales.take(period, db)
        case .mail(let message): try mail.take(message, &people, db)
        }
      }
      _ = try contacts.finish(people, db)
      try sales.finish(db)
      try reviews.finish(db)
      var tally = reviews.tally
      tally.add(contacts.tally)
      tally.add(sales.tally)
      tally.add(mail.tally)
      try trail.note(tally, rows: rows.count, db)
      return tally
    }
  }
}

extension AuditTrail {
  /// Notes an import that changed something; reviews, people and facts are not named.
  fileprivate func note(_ tally: ImportTally, rows: Int, _ db: Database) throws {
    guard tally.added + tally.changed > 0 else { return }
    try note(
      .desk,
      details: [
        .rows: "\(rows)", .added: "\(tally.added)", .changed: "\(tally.changed)",
        .unchanged: "\(tally.unchanged)",
      ], db)
  }
}

/// More memory for pages while rows come in, and the usual little afterwards.
enum ImportMemory {
  private static let kibibytes = 65_536

  static func widen(_ db: Database) throws {
    try db.execute(sql: "PRAGMA cache_size = -\(kibibytes)")
  }

  static func narrow(_ db: Database) {
    try? db.execute(sql: "PRAGMA cache_size = -\(DeskOpening.cacheKibibytes)")
  }
}
