/// Rows as they are shown, and motions among them.
extension TextArea {
  /// The row and column at which a byte is shown; columns may hang over the edge behind spaces.
  func place(of offset: Int) -> Point {
    let row = rowIndex(of: offset)
    let range = rows[row].range
    let columns = Clusters(text, in: range.lowerBound..<min(offset, range.upperBound))
      .reduce(0) { $0 + $1.width }
    return Point(row: row, column: columns)
  }

  /// Moves the cursor to a place of the room that the text is shown in, or as near as the text goes; a
  /// selection ends.
  public mutating func moveCursor(to point: Point) {
    moveCursor(to: offset(row: topRow + point.row, column: point.column))
  }

  /// The last row that begins at or before a byte.
  private func rowIndex(of offset: Int) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The byte at a column of a row; the end of a row that goes on belongs to the next one.
  private func offset(row: Int, column: Int) -> Int {
    let row = rows[min(max(0, row), rows.count - 1)]
    var width = 0
    var last = row.range.lowerBound
    for cluster in Clusters(text, in: row.range) {
      if width + cluster.width > column { return cluster.range.lowerBound }
      width += cluster.width
      last = cluster.range.lowerBound
    }
    return row.isSoft ? last : row.range.upperBound
  }

  func target(of motion: Motion, goal: Int?) -> Int {
    let row = rowIndex(of: cursor)
    let column = goal ?? 0
    switch motion {
    case .up: return row == 0 ? 0 : offset(row: row - 1, column: column)
    case .down: return row == rows.count - 1 ? buffer.count : offset(row: row + 1, column: column)
    case .pageUp: return offset(row: row - page, column: column)
    case .pageDown: return offset(row: row + page, column: column)
    case .rowStart: return rows[row].range.lowerBound
    case .rowEnd: return offset(row: row, column: .max - 2)
    default: return buffer.place(of: motion)
    }
  }

  private var page: Int { max(1, size.rows - 1) }
}
