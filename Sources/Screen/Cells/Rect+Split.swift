extension Rect {
  /// The rectangle without a margin; empty where the margins meet.
  public func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      row: row + min(rows, self.rows), column: column + min(columns, self.columns),
      rows: self.rows - 2 * rows, columns: self.columns - 2 * columns)
  }

  /// The first rows and what is left below.
  public func split(top: Int) -> (top: Rect, rest: Rect) {
    let height = min(max(0, top), rows)
    return (
      Rect(row: row, column: column, rows: height, columns: columns),
      Rect(row: row + height, column: column, rows: rows - height, columns: columns)
    )
  }

  /// The last rows and what is left above.
  public func split(bottom: Int) -> (rest: Rect, bottom: Rect) {
    let halves = split(top: rows - min(max(0, bottom), rows))
    return (rest: halves.top, bottom: halves.rest)
  }

  /// The first columns and what is left on the right.
  public func split(left: Int) -> (left: Rect, rest: Rect) {
    let width = min(max(0, left), columns)
    return (
      Rect(row: row, column: column, rows: rows, columns: width),
      Rect(row: row, column: column + width, rows: rows, columns: columns - width)
    )
  }

  /// The last columns and what is left on the left.
  public func split(right: Int) -> (rest: Rect, right: Rect) {
    let halves = split(left: columns - min(max(0, right), columns))
    return (rest: halves.left, right: halves.rest)
  }

  /// The part that two rectangles share; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let row = max(self.row, other.row)
    let column = max(self.column, other.column)
    return Rect(
      row: row, column: column, rows: min(endRow, other.endRow) - row,
      columns: min(endColumn, other.endColumn) - column)
  }

  /// A rectangle of a size in the middle of this one, cut to it.
  public func centered(_ size: Size) -> Rect {
    let height = min(size.rows, rows)
    let width = min(size.columns, columns)
    return Rect(
      row: row + (rows - height) / 2, column: column + (columns - width) / 2, rows: height,
      columns: width)
  }
}
