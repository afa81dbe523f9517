import Digests
import GRDB
import Ledger

/// The end of the chain, and how it grows.
enum AuditChain {
  /// What the first entry follows.
  static let nothing = [UInt8](repeating: 0, count: Checksum.byteCount)

  /// The number and the sum of the last entry.
  static func head(_ db: Database) throws -> (seq: Int64, hash: [UInt8]) {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"))
    guard let row else { return (0, nothing) }
    return (row[0], row.bytes(1))
  }

  /// Puts a row at the end; its number is given here.
  static func append(_ row: AuditRow, _ db: Database) throws {
    let (last, prev) = try head(db)
    var row = row
    row.seq = last + 1
    let acting = row.acting
    try db.cachedStatement(
      sql: """
        INSERT INTO audit(\(AuditRow.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row.seq, row.at, acting.agent, acting.user, acting.host, acting.process, row.action,
      row.customer, row.object, row.details, row.write, prev.blob, row.sum(after: prev).blob,
    ])
  }
}
