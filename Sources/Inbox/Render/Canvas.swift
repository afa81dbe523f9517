import Screen

/// A grid with the theme that it is drawn in; text reaches it washed only.
struct Canvas {
  var grid: Grid
  let theme: Theme
  var cursor: Point?
  /// Where everything is that can be clicked; `nil` while nobody asks.
  var targets: TargetMap?

  init(size: Size, theme: Theme, targets: TargetMap? = nil) {
    grid = Grid(size, base: theme[.text])
    self.theme = theme
    self.targets = targets
  }

  mutating func fill(_ rect: Rect, _ role: Role) {
    grid.fill(rect, style: theme[role])
    switch role {
    case .listSelected: targets?.addRow(rect, isSelected: true)
    case .list, .listMarked: targets?.addRow(rect, isSelected: false)
    default: break
    }
  }

  /// Says what a place stands for when it is clicked.
  mutating func mark(_ target: Target, row: Int, columns: Range<Int>) {
    targets?.add(
      target, at: Rect(row: row, column: columns.lowerBound, rows: 1, columns: columns.count))
  }

  /// Draws text from outside or our own on one line; returns how many columns it took.
  @discardableResult
  mutating func put(
    _ text: String,
    row: Int,
    column: Int,
    _ role: Role,
    width: Int? = nil,
    over base: Role? = nil
  ) -> Int {
    put(SafeText(text), row: row, column: column, role, width: width, over: base)
  }

  /// Draws washed text on one line, cut with an ellipsis where it is too wide.
  @discardableResult
  mutating func put(
    _ text: SafeText,
    row: Int,
    column: Int,
    _ role: Role,
    width: Int? = nil,
    over base: Role? = nil
  ) -> Int {
    let room = min(width ?? .max, grid.size.columns - column)
    guard room > 0 else { return 0 }
    return grid.put(
      text.prefix(columns: room), at: row, column, style: style(role, over: base),
      maxColumns: room)
  }

  /// A role's style on the background of another, as on a selected row.
  func style(_ role: Role, over base: Role?) -> Style {
    base.map { theme.style(role, on: $0) } ?? theme[role]
  }

  /// Draws text flush right in a rectangle's first row.
  mutating func putRight(_ text: String, in rect: Rect, _ role: Role) {
    let text = SafeText(text).prefix(columns: rect.columns)
    put(text, row: rect.row, column: rect.column + rect.columns - text.width, role)
  }

  /// Draws the line at the top: what it is about, cut where that is needed, and what stands at the right.
  mutating func titleLine(_ left: String, _ right: String, in rect: Rect) {
    fill(rect, .title)
    let right = SafeText(right).prefix(columns: rect.columns)
    let gap = right.isEmpty ? 0 : 2
    put(
      " " + left, row: rect.row, column: rect.column, .title,
      width: max(0, rect.columns - right.width - gap - 1))
    put(right, row: rect.row, column: rect.column + rect.columns - right.width - 1, .title)
  }

  /// Draws text on one line with parts of it underlined, cut with an ellipsis where it is too wide.
  mutating func putMarked(
    _ text: String,
    _ marks: [Range<Int>],
    row: Int,
    column: Int,
    _ role: Role,
    width: Int
  ) {
    guard width > 0 else { return }
    let runs = MarkedText(text, marks: marks).oneRow
    let isCut = runs.reduce(0) { $0 + $1.text.width } > width
    let room = isCut ? width - 1 : width
    let used = draw(runs, row: row, column: column, role, width: room)
    if isCut { put("…", row: row, column: column + used, role) }
  }

  /// Draws runs side by side, the marked ones underlined; returns how many columns they took.
  @discardableResult
  mutating func draw(
    _ runs: [MarkedText.Run], row: Int, column: Int, _ role: Role, width: Int
  ) -> Int {
    var used = 0
    for run in runs where used < width {
      let style = run.isMarked ? theme[role].adding(.underline) : theme[role]
      used += grid.put(
        run.text.head(columns: width - used), at: row, column + used, style: style,
        maxColumns: width - used)
    }
    return used
  }

  /// Draws text into a rectangle, wrapped, with parts of it underlined.
  mutating func paragraph(_ text: String, in rect: Rect, _ role: Role, marks: [Range<Int>]) {
    guard !marks.isEmpty else {
      paragraph(text, in: rect, role)
      return
    }
    let rows = MarkedText(text, marks: marks).rows(
      columns: max(1, rect.columns), limit: rect.rows + 1)
    for (index, runs) in rows.prefix(rect.rows).enumerated() {
      let isCut = index == rect.rows - 1 && rows.count > rect.rows
      let room = isCut ? max(0, rect.columns - 2) : rect.columns
      let used = draw(runs, row: rect.row + index, column: rect.column, role, width: room)
      if isCut { put(" …", row: rect.row + index, column: rect.column + used, role) }
    }
  }

  /// Draws lines of washed text into a rectangle, wrapped; returns how many rows they took.
  @discardableResult
  mutating func paragraph(_ text: String, in rect: Rect, _ role: Role) -> Int {
    let lines = Wrap.lines(text, columns: max(1, rect.columns), limit: rect.rows + 1)
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      let isCut = index == rect.rows - 1 && lines.count > rect.rows
      let shown = isCut ? line.head(columns: max(0, rect.columns - 2)) + " …" : line
      put(shown, row: rect.row + index, column: rect.column, role, width: rect.columns)
    }
    return min(lines.count, rect.rows)
  }

  mutating func rule(_ rect: Rect) {
    grid.hline(
      at: rect.row, rect.column, columns: rect.columns, glyph: theme.glyphs[.horizontal],
      style: theme[.border])
  }
}
