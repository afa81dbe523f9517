import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Hands out everything that the desk holds of some kinds, row by row, as it was at one moment.
  ///
  /// Memory does not grow with the desk.
  /// - Parameters:
  ///   - kinds: What is wanted, in this order.
  ///   - customer: Only what belongs to a person; kinds that belong to nobody are empty then.
  ///   - take: Gets each row, with its values in the order of the kind's columns.
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func export(
    _ kinds: [ExportKind],
    of customer: CustomerID? = nil,
    _ take: (ExportKind, [ExportValue]) -> Void
  ) throws(DeskError) {
    try read { db in
      let person = try customer.map { try People.root($0.number, db) }
      for kind in kinds where person == nil || kind.isPersonal {
        let table = kind.table
        let (sql, arguments) = table.query(of: person)
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() { take(kind, table.values(row)) }
      }
    }
  }
}
