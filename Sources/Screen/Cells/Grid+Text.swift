extension Grid {
  /// Cells of a row side by side in one style.
  public struct StyledRun: Hashable, Sendable {
    /// The columns.
    public let columns: Range<Int>
    /// Their style.
    public let style: Style
  }

  /// Neighbouring cells of a row that two grids of one size do not share.
  public struct Change: Hashable, Sendable {
    /// The row.
    public let row: Int
    /// The columns, from the first that differs to the last.
    public let columns: Range<Int>
  }

  /// The rows as text, without the spaces at their ends.
  public func text() -> [String] {
    (0..<size.rows).map { row in
      var line = cells(row: row).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The styles of a row.
  public func styles(row: Int) -> [StyledRun] {
    var runs: [StyledRun] = []
    for (column, cell) in cells(row: row).enumerated() {
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1] = StyledRun(
          columns: last.columns.lowerBound..<column + 1, style: cell.style)
      } else {
        runs.append(StyledRun(columns: column..<column + 1, style: cell.style))
      }
    }
    return runs
  }

  /// What must be painted so that a terminal that shows one grid shows another; at most a span a
  /// row.
  ///
  /// Grids of different sizes share nothing.
  public static func changes(from old: Grid?, to new: Grid) -> [Change] {
    (0..<new.size.rows).compactMap { row in
      guard let old, old.size == new.size else {
        return Change(row: row, columns: 0..<new.size.columns)
      }
      return change(in: row, from: old, to: new)
    }
  }

  private static func change(in row: Int, from old: Grid, to new: Grid) -> Change? {
    let start = row * new.size.columns
    var first = start
    var last = start + new.size.columns
    while first < last, old.cells[first] == new.cells[first] { first += 1 }
    guard first < last else { return nil }
    while old.cells[last - 1] == new.cells[last - 1] { last -= 1 }
    return Change(row: row, columns: first - start..<last - start)
  }
}
