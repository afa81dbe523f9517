import Ledger

/// A table whose format is known.
struct FoundTable {
  var mapping: any RowMapping
  var dialect: Dialect
  /// How many fields every row has.
  var width: Int
  /// Whether the first row names the columns.
  var hasHeader: Bool
  /// The format's name.
  var format: ImportFormat { type(of: mapping).expected.format }
}

/// What the beginning of a file shows it to be.
enum FoundFormat {
  /// Reviews, one JSON object a line.
  case lines
  /// Mail.
  case mail(MailHead.Kind)
  /// A table.
  case table(FoundTable)
}
