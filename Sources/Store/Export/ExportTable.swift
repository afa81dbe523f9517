import AmendsPolicy
import Digests
import GRDB

/// A kind of rows that are written out, in SQL.
struct ExportTable {
  /// How a value is read.
  enum Form { case text, number, flag, instant, list, sum }

  struct Column {
    let name: String
    let sql: String
    let form: Form

    init(_ name: String, _ sql: String, _ form: Form = .text) {
      (self.name, self.sql, self.form) = (name, sql, form)
    }
  }

  let columns: [Column]
  /// Tables and joins.
  let source: String
  /// What rows must fulfil.
  var condition = "1"
  /// The column that says whose row it is; `nil` where rows belong to nobody.
  var owner: String?
  let order: String

  /// The rows of everybody, or of one person and everybody who was merged into them.
  func query(of customer: Int64?) -> (sql: String, arguments: StatementArguments) {
    var conditions = condition
    var arguments: StatementArguments = []
    if let customer, let owner {
      conditions +=
        " AND \(owner) IN (SELECT ?1 UNION ALL SELECT id FROM customer WHERE merged_into = ?1)"
      arguments = [customer]
    }
    let values = columns.map(\.sql).joined(separator: ", ")
    return (
      "SELECT \(values) FROM \(source) WHERE \(conditions) ORDER BY \(order)", arguments
    )
  }

  /// The values of a row, in the order of the columns.
  func values(_ row: Row) -> [ExportValue] {
    columns.enumerated().map { index, column in
      guard !row.hasNull(atIndex: index) else { return .nothing }
      return switch column.form {
      case .text: .text(row[index])
      case .number: .number(row[index])
      case .flag: .flag(row[index])
      case .instant: .instant(Instant(milliseconds: row[index]))
      case .list: .list((row[index] as String).split(separator: "\n").map(String.init))
      case .sum: .text(Checksum(row.bytes(index))?.description ?? "")
      }
    }
  }
}
