import Screen

/// A line of a box: pieces of text side by side, each with its look.
struct BoxLine {
  var parts: [(text: SafeText, role: Role)]
  /// What its columns stand for when they are clicked.
  var targets: [(columns: Range<Int>, target: Target)] = []

  init(_ text: SafeText, _ role: Role = .text) {
    parts = [(text, role)]
  }

  /// Columns of a width each, but the last, which takes the rest.
  init(_ columns: [(text: SafeText, role: Role, width: Int)]) {
    parts = columns.enumerated().map { index, column in
      let isLast = index == columns.count - 1
      let text = column.text
      return (isLast ? text : text.padded(columns: column.width - 1) + " ", column.role)
    }
  }

  static let blank = BoxLine(.empty)

  var width: Int { parts.reduce(0) { $0 + $1.text.width } }

  /// Any text in lines that fit a width.
  static func wrapped(_ text: String, _ role: Role, width: Int) -> [BoxLine] {
    Wrap.lines(text, columns: max(1, width)).map { BoxLine($0, role) }
  }

  /// A key and what it does; a click on it is the key.
  static func key(
    _ key: String, _ words: String, _ keyRole: Role = .key, _ role: Role = .text
  ) -> BoxLine {
    var line = BoxLine([
      (SafeText(key), keyRole, max(3, SafeText(key).width + 2)), (SafeText(words), role, 0),
    ])
    if let key = KeyPress(parsing: key) { line.targets = [(0..<line.width, .key(key))] }
    return line
  }

  /// Puts another line behind this one.
  mutating func append(_ line: BoxLine) {
    let width = width
    parts += line.parts
    targets += line.targets.map {
      ($0.columns.lowerBound + width..<$0.columns.upperBound + width, $0.target)
    }
  }

  /// Lines side by side in two columns of the same width, cut with an ellipsis where they are wider.
  static func twoColumns(_ lines: [BoxLine], width: Int) -> [BoxLine] {
    let half = (lines.count + 1) / 2
    let column = max(1, (width - 2) / 2)
    return (0..<half).map { index in
      var line = lines[index].cut(to: column)
      guard index + half < lines.count else { return line }
      line.parts.append((.spaces(column + 2 - line.width), .text))
      line.append(lines[index + half].cut(to: column))
      return line
    }
  }

  private func cut(to columns: Int) -> BoxLine {
    guard width > columns else { return self }
    var line = BoxLine(.empty)
    for part in parts where line.width < columns {
      line.parts.append((part.text.prefix(columns: columns - line.width), part.role))
    }
    line.targets = targets.filter { $0.columns.lowerBound < columns }
      .map { ($0.columns.clamped(to: 0..<columns), $0.target) }
    return line
  }
}

extension Canvas {
  /// The room that a box leaves for its lines at most.
  static func boxRoom(_ size: Size) -> Size {
    Size(rows: size.rows - 2, columns: min(76, size.columns - 4))
  }

  /// A box in the middle of the screen, as large as its lines ask and the screen allows.
  ///
  /// It has the least room asked for in any case, so that it does not jump about.
  /// - Returns: Where its lines stand.
  @discardableResult
  mutating func box(
    _ title: String,
    _ lines: [BoxLine],
    in size: Size,
    least: Size = Size(rows: 0, columns: 0)
  ) -> Rect {
    let widest = max(lines.map(\.width).max() ?? 0, SafeText(title).width, least.columns)
    let outer = size.bounds.centered(
      Size(rows: max(lines.count, least.rows) + 2, columns: widest + 4))
    return box(title, lines, at: outer)
  }

  /// A box in a rectangle; lines that do not fit are left out.
  ///
  /// - Returns: Where its lines stand.
  @discardableResult
  mutating func box(_ title: String, _ lines: [BoxLine], at outer: Rect) -> Rect {
    let title = SafeText(title)
    fill(outer, .text)
    grid.box(outer, glyphs: theme.glyphs, style: theme[.borderFocused])
    if !title.isEmpty {
      put(
        " \(title) ", row: outer.row, column: outer.column + 1, .textStrong,
        width: max(0, outer.columns - 2))
    }
    let inner = outer.inset(rows: 1, columns: 2)
    for (index, line) in lines.prefix(inner.rows).enumerated() {
      draw(line, row: inner.row + index, in: inner)
    }
    return inner
  }

  private mutating func draw(_ line: BoxLine, row: Int, in rect: Rect) {
    var column = rect.column
    for (columns, target) in line.targets {
      let shown = column + columns.lowerBound..<column + columns.upperBound
      mark(target, row: row, columns: shown.clamped(to: rect.column..<rect.endColumn))
    }
    for part in line.parts where column < rect.endColumn {
      column += put(
        part.text, row: row, column: column, part.role, width: rect.endColumn - column)
    }
  }
}
