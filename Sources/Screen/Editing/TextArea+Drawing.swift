/// A range of a text that looks different from the rest.
public struct Highlight: Hashable, Sendable {
  /// Bytes of the text.
  public var range: Range<Int>
  /// How it looks, laid over the style of the text.
  public var style: Style

  /// A range with its look.
  public init(_ range: Range<Int>, style: Style) {
    self.range = range
    self.style = style
  }
}

extension TextArea {
  /// How many rows the text takes at its width.
  public var rowCount: Int { rows.count }

  /// The first row that is shown: as near to the middle as the cursor's row can be.
  public var topRow: Int {
    Scroll.top(selected: place(of: cursor).row, rows: size.rows, count: rows.count)
  }

  /// Draws the rows around the cursor; give the rectangle's size to ``resize(to:)`` before.
  ///
  /// The rectangle is filled with `style`. Highlights are laid over it, a later one over an earlier
  /// one, and `selection` over all.
  /// - Returns: Where the cursor stands.
  @discardableResult
  public func draw(
    into grid: inout Grid,
    in rect: Rect,
    style: Style,
    selection: Style = Style(attributes: .reverse),
    highlights: [Highlight] = []
  ) -> Point {
    grid.fill(rect, style: style)
    let marks = highlights + (self.selection.map { [Highlight($0, style: selection)] } ?? [])
    let place = place(of: cursor)
    let top = Scroll.top(selected: place.row, rows: rect.rows, count: rows.count)
    for line in 0..<max(0, min(rect.rows, rows.count - top)) {
      draw(rows[top + line], into: &grid, at: line, of: rect, style, marks)
    }
    return Point(
      row: rect.row + place.row - top,
      column: rect.column + min(place.column, max(0, rect.columns - 1)))
  }

  /// Draws a row in runs of one style.
  private func draw(
    _ row: Wrap.Row,
    into grid: inout Grid,
    at line: Int,
    of rect: Rect,
    _ style: Style,
    _ marks: [Highlight]
  ) {
    let marks = marks.filter { $0.range.overlaps(row.range) }
    var run = StyledRun(start: row.range.lowerBound, column: 0, style: style)
    func flush(_ grid: inout Grid) {
      grid.put(
        SafeText(buffer.string(in: run.start..<run.end)), at: rect.row + line,
        rect.column + run.column, style: run.style, maxColumns: rect.columns - run.column)
    }
    for cluster in Clusters(text, in: row.range) {
      let look = marks.reduce(style) {
        $1.range.overlaps(cluster.range) ? $1.style.over($0) : $0
      }
      if look != run.style {
        flush(&grid)
        run = StyledRun(
          start: cluster.range.lowerBound, column: run.column + run.width, style: look)
      }
      run.end = cluster.range.upperBound
      run.width += cluster.width
    }
    flush(&grid)
  }
}

/// Characters side by side that look alike.
private struct StyledRun {
  var start: Int
  var end: Int
  var column: Int
  var width = 0
  var style: Style

  init(start: Int, column: Int, style: Style) {
    self.start = start
    end = start
    self.column = column
    self.style = style
  }
}
