import GRDB
import Ledger

/// A write that was done before, as the chain tells of it.
struct DoneWrite {
  let entries: [AuditEntry]

  /// The write under an identity; `nil` where it was not done, or noted nothing because nothing changed.
  ///
  /// - Throws: ``DeskError/usedWriteID(_:)`` where the identity belongs to something else.
  init?(_ id: WriteID?, _ action: AuditAction, _ db: Database) throws {
    guard let id else { return nil }
    entries = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(AuditRow.columns) FROM audit WHERE write = ? ORDER BY seq"),
      arguments: [id.text]
    ).map(AuditEntry.init)
    guard !entries.isEmpty else { return nil }
    guard entries.contains(where: { $0.action == action.rawValue }) else {
      throw DeskError.usedWriteID(id)
    }
  }

  /// What it was done to, of one kind, each with its entry.
  func objects<Value>(_ kind: (AuditObject) -> Value?) -> [(Value, AuditEntry)] {
    entries.compactMap { entry in
      AuditObject(entry.object).flatMap(kind).map { ($0, entry) }
    }
  }

  /// The entry of a timeline that it wrote.
  func event() throws -> (EventID, AuditEntry) {
    guard let first = objects(\.event).first else {
      throw DeskError.unknown("entry of a timeline")
    }
    return first
  }
}

extension AuditObject {
  fileprivate var event: EventID? { if case .event(let id) = self { id } else { nil } }

  /// The review, where it is one.
  var review: ReviewID? { if case .review(let id) = self { id } else { nil } }
}

extension AuditEntry {
  init(_ row: Row) { self = AuditRow(row).entry(hash: row.bytes(AuditRow.hash)) }
}
