import AmendsPolicy
import Ledger

/// How the rows of one table become rows of the desk.
protocol RowMapping {
  /// The columns of the format as the English files name them.
  static var expected: ExpectedColumns { get }

  /// A mapping for a file with a header; `nil` where the header belongs to another format.
  init?(_ header: Header)

  /// The column whose dates may be written in figures, in an order that has to be found out.
  var dateColumn: Column? { get }
  /// Whether the header is the one of English files.
  var isEnglish: Bool { get }
  /// Says of a line behind a row with too few fields whether it can be the rest of that row.
  var continuation: (@Sendable (Record) -> Bool)? { get }

  /// The row that the fields make.
  ///
  /// - Throws: `Refusal` naming the column at fault.
  func row(_ record: Record, _ dates: DateReader) throws(Refusal) -> ImportedRow
}

extension RowMapping {
  var continuation: (@Sendable (Record) -> Bool)? { nil }

  /// The instant in a date column.
  func instant(
    _ record: Record, _ column: Column, _ dates: DateReader
  ) throws(Refusal) -> Instant {
    do throws(BadValue) {
      return try dates.instant(record.text(column.index))
    } catch {
      throw column.refusal(error.reason)
    }
  }

  /// The stars in a rating column.
  func stars(_ record: Record, _ column: Column) throws(Refusal) -> Int {
    let value = record.value(column)
    guard let stars = StarRating.read(value) else {
      let found = value.isEmpty ? "is empty" : "\(value.quoted) is no rating"
      throw column.refusal("\(found); whole stars from 1 to 5 are needed")
    }
    return stars
  }
}
