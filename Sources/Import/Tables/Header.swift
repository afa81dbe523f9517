import Mail

/// A column of one file.
struct Column: Hashable {
  /// Its place, from 0.
  var index: Int
  /// Its name as the file writes it.
  var name: String
}

/// The names of a table's columns, compared without regard to case, spaces and signs.
struct Header {
  /// The names as the file writes them.
  let cells: [String]
  private let folded: [String]

  init(_ record: Record) {
    cells = (0..<record.count).map { record.text($0).trimmed() }
    folded = cells.map(Self.fold)
  }

  /// The first column that bears one of the names, an earlier name before a later one.
  func column(_ names: String...) -> Column? {
    for name in names {
      if let index = folded.firstIndex(of: name) { return column(at: index) }
    }
    return nil
  }

  /// The column at a place; what the file calls it, or its number where it has no name.
  func column(at index: Int) -> Column {
    let name = cells[index].shown()
    return Column(index: index, name: name.isEmpty ? "\(index + 1)" : name)
  }

  private static func fold(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension Record {
  /// The value of a column without white space at its ends; empty where the file has no such column.
  func value(_ column: Column?) -> String {
    guard let column else { return "" }
    return text(column.index).trimmed()
  }

  /// The text of a column as somebody wrote it: double encoding repaired, line ends as `\n`.
  func prose(_ column: Column?) -> String {
    guard let column else { return "" }
    return FieldText.unixLines(DoubleEncoding.repaired(text(column.index)), loneReturns: true)
  }
}

extension Column {
  /// A refusal of the row for the sake of this column.
  func refusal(_ reason: String) -> Refusal { Refusal(column: name, reason: reason) }
}
