extension Grid {
  /// Draws a text; what lies outside of the grid or beyond the given width is cut.
  ///
  /// A wide character cut in half becomes a space. Anything but a character with columns of its own
  /// or a mark is shown as `�`, whatever the text may be: the second fence behind ``SafeText``.
  /// - Returns: How many columns it took, cut ones included.
  @discardableResult
  public mutating func put(
    _ text: SafeText,
    at row: Int,
    _ column: Int,
    style: Style = .plain,
    maxColumns: Int = .max
  ) -> Int {
    let room = min(maxColumns, text.width)
    guard row >= 0, row < size.rows, room > 0, column < size.columns, column > -room else {
      return max(0, room)
    }
    let end = min(column + room, size.columns)
    let style = style.over(base)
    if text.isASCII {
      putASCII(text.string, row, column, end, style)
    } else {
      putScalars(text.string, row, column, end, style)
    }
    return room
  }

  private mutating func putASCII(
    _ text: String,
    _ row: Int,
    _ column: Int,
    _ end: Int,
    _ style: Style
  ) {
    var position = column
    for byte in text.utf8 {
      guard position < end else { return }
      if position >= 0 {
        set(Cell(base: Unicode.Scalar(byte), width: 1, style: style), row: row, column: position)
      }
      position += 1
    }
  }

  private mutating func putScalars(
    _ text: String,
    _ row: Int,
    _ column: Int,
    _ end: Int,
    _ style: Style
  ) {
    var position = column
    var last = -1
    for scalar in text.unicodeScalars {
      let kind = CellWidth.kind(of: scalar)
      if kind == .mark {
        if last >= 0 { addMark(scalar, row: row, column: last) }
        continue
      }
      guard position < end else { return }
      if kind == .wide {
        last = putWide(scalar, row, position, end, style)
        position += 2
      } else {
        let base = kind == .narrow ? scalar : "\u{FFFD}"
        if position >= 0 {
          set(Cell(base: base, width: 1, style: style), row: row, column: position)
        }
        last = position
        position += 1
      }
    }
  }

  /// Draws a wide character, or a space for the half of it that is inside; the column that marks go
  /// to.
  private mutating func putWide(
    _ scalar: Unicode.Scalar,
    _ row: Int,
    _ column: Int,
    _ end: Int,
    _ style: Style
  ) -> Int {
    guard column >= 0, column + 1 < end else {
      let inside = column < 0 ? column + 1 : column
      if inside >= 0 { set(.blank(style), row: row, column: inside) }
      return -1
    }
    set(Cell(base: " ", width: 0, style: style), row: row, column: column + 1)
    set(Cell(base: scalar, width: 2, style: style), row: row, column: column)
    return column
  }

  /// Blanks a rectangle in a style.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    let area = rect.intersection(size.bounds)
    guard !area.isEmpty else { return }
    let style = style.over(base)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        set(.blank(style), row: row, column: column)
      }
    }
  }

  /// Draws a horizontal line of one glyph.
  public mutating func hline(
    at row: Int,
    _ column: Int,
    columns: Int,
    glyph: SafeText = "─",
    style: Style = .plain
  ) {
    put(glyph.repeated(min(columns, size.columns - column)), at: row, column, style: style)
  }

  /// Draws a vertical line of one glyph.
  public mutating func vline(
    at row: Int,
    _ column: Int,
    rows: Int,
    glyph: SafeText = "│",
    style: Style = .plain
  ) {
    let first = max(0, row)
    let last = min(size.rows, row + rows)
    guard first < last else { return }
    for row in first..<last { put(glyph, at: row, column, style: style) }
  }

  /// Draws a frame around a rectangle, with its corners inside of it.
  public mutating func box(_ rect: Rect, glyphs: Glyphs, style: Style = .plain) {
    guard rect.rows > 1, rect.columns > 1 else { return }
    let (bottom, right) = (rect.endRow - 1, rect.endColumn - 1)
    for row in [rect.row, bottom] {
      hline(
        at: row, rect.column + 1, columns: rect.columns - 2, glyph: glyphs[.horizontal],
        style: style)
    }
    for column in [rect.column, right] {
      vline(
        at: rect.row + 1, column, rows: rect.rows - 2, glyph: glyphs[.vertical], style: style)
    }
    put(glyphs[.topLeft], at: rect.row, rect.column, style: style)
    put(glyphs[.topRight], at: rect.row, right, style: style)
    put(glyphs[.bottomLeft], at: bottom, rect.column, style: style)
    put(glyphs[.bottomRight], at: bottom, right, style: style)
  }
}
