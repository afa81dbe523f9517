import Digests
import GRDB

extension DeskStore {
  /// Looks over the audit: whether each entry follows the one before and holds what was written.
  ///
  /// A chain shows what was edited, moved or taken out of its middle. That its end was cut off, or all of it
  /// written anew, shows only against a head that was noted elsewhere.
  /// - Parameters:
  ///   - newest: Looks at so many of the newest entries only; `nil` for all.
  ///   - head: A sum that was noted elsewhere, in hexadecimal digits.
  /// - Returns: What was found; looking ends at the first fault.
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func verifyAudit(
    newest: Int? = nil,
    head: String? = nil
  ) throws(DeskError) -> AuditVerdict {
    try read { db in
      var check = AuditCheck(noted: head?.lowercased())
      if let newest {
        let last = try AuditChain.head(db).seq
        try check.start(behind: max(0, last - Int64(newest)), db)
      }
      try check.run(db)
      check.verdict.untold = try AuditCheck.untold(db)
      return check.verdict
    }
  }
}

/// Goes along the chain.
struct AuditCheck {
  private(set) var previous = AuditChain.nothing
  private var last: Int64 = 0
  private let noted: String?
  var verdict = AuditVerdict()

  init(noted: String?) {
    self.noted = noted
    verdict.head = Checksum(previous)?.description ?? ""
    note(previous, number: 0)
  }

  /// Begins behind an entry, which is taken as it is.
  mutating func start(behind number: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT hash FROM audit WHERE seq = ?", arguments: [number])
    guard let row else { return }
    (previous, last) = (row.bytes(0), number)
  }

  mutating func run(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(AuditRow.columns) FROM audit WHERE seq > ? ORDER BY seq",
      arguments: [last])
    while let row = try rows.next() {
      if let kind = fault(of: row) {
        verdict.fault = AuditFault(number: row[0], kind: kind)
        return
      }
      (previous, last) = (row.bytes(AuditRow.hash), row[0])
      verdict.count += 1
      note(previous, number: last)
    }
    verdict.head = Checksum(previous)?.description ?? ""
  }

  private func fault(of row: Row) -> AuditFault.Kind? {
    guard row[0] == last + 1 else { return .gap }
    guard row.bytes(AuditRow.prev) == previous else { return .order }
    return row.bytes(AuditRow.hash) == AuditRow(row).sum(after: previous) ? nil : .content
  }

  private mutating func note(_ sum: [UInt8], number: Int64) {
    guard let noted, Checksum(sum)?.description == noted else { return }
    verdict.noted = number
  }

  /// What the database knows of replies, and the chain does not.
  static func untold(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM outbox_move) + (SELECT count(*) FROM permit
          WHERE EXISTS (SELECT 1 FROM audit WHERE object = 'reply ' || outbox
            AND action = 'reply-queued')
          AND NOT EXISTS (SELECT 1 FROM audit WHERE object = 'reply ' || outbox
            AND action = 'permit-opened'))
        """) ?? 0
  }
}
