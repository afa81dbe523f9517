/// A place on the screen; rows and columns count from zero at the upper left.
public struct Point: Hashable, Sendable {
  /// The row, from the top.
  public var row: Int
  /// The column, from the left.
  public var column: Int

  /// The place at a row and column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// How many rows and columns something has; never negative.
public struct Size: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int

  /// A size; negative numbers count as zero.
  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The rectangle of this size at the upper left.
  public var bounds: Rect { Rect(row: 0, column: 0, rows: rows, columns: columns) }
}

/// A rectangle of cells; it may lie outside of a grid, where drawing is clipped.
public struct Rect: Hashable, Sendable {
  /// The first row.
  public var row: Int
  /// The first column.
  public var column: Int
  /// The number of rows, never negative.
  public let rows: Int
  /// The number of columns, never negative.
  public let columns: Int

  /// A rectangle; negative extents count as zero.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The row behind the last one.
  public var endRow: Int { row + rows }
  /// The column behind the last one.
  public var endColumn: Int { column + columns }
  /// How many rows and columns it has.
  public var size: Size { Size(rows: rows, columns: columns) }
  /// Whether it holds no cell.
  public var isEmpty: Bool { rows == 0 || columns == 0 }

  /// Whether a place lies inside.
  public func contains(_ point: Point) -> Bool {
    (row..<endRow).contains(point.row) && (column..<endColumn).contains(point.column)
  }
}
