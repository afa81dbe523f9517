import Screen

/// How the list screen divides the terminal.
struct ListLayout: Equatable {
  var header: Rect
  var columnTitles: Rect?
  var rows: Rect
  var rule: Rect?
  var preview: Rect?
  var footer: Rect?

  init(_ size: Size) {
    var body = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    header = body.cutTop(1)
    footer = size.rows >= 3 ? body.cutBottom(1) : nil
    columnTitles = size.rows >= 6 ? body.cutTop(1) : nil
    if size.rows >= 16 {
      preview = body.cutBottom(max(3, min(8, size.rows / 5)))
      rule = body.cutBottom(1)
    }
    rows = body
  }
}

/// How the customer screen divides the terminal.
struct CustomerLayout: Equatable {
  var header: Rect
  var review: Rect?
  var timeline: Rect
  var limits: Rect?
  var footer: Rect?

  init(_ size: Size) {
    var body = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    header = body.cutTop(1)
    footer = size.rows >= 3 ? body.cutBottom(1) : nil
    if size.rows >= 16 {
      review = body.cutTop(min(9, size.rows / 4 + 1))
    } else if size.rows >= 10 {
      review = body.cutTop(3)
    }
    limits = size.rows >= 8 ? body.cutBottom(size.rows >= 20 ? 3 : 2) : nil
    timeline = body
  }
}

/// How the outbox divides the terminal.
struct OutboxLayout: Equatable {
  var header: Rect
  var rows: Rect
  /// The selected reply; `nil` where the screen is too small.
  var text: Rect?
  var footer: Rect?

  init(_ size: Size) {
    var body = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    header = body.cutTop(1)
    footer = size.rows >= 3 ? body.cutBottom(1) : nil
    if size.rows >= 12 { text = body.cutBottom(size.rows / 3) }
    rows = body
  }
}

/// How the composer divides the terminal.
struct ComposerLayout: Equatable {
  var header: Rect
  /// Their review; `nil` where the screen is too small.
  var review: Rect?
  var text: Rect
  var checks: Rect
  /// The column between text and checks, where they stand side by side.
  var divider: Rect?
  /// Whether the checks stand beside the text rather than below it.
  var isSideBySide: Bool
  var footer: Rect

  init(_ size: Size) {
    var body = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    header = body.cutTop(1)
    footer = body.cutBottom(1)
    isSideBySide = size.columns >= 100
    if isSideBySide {
      checks = body.cutRight(size.columns * 2 / 5)
      divider = body.cutRight(1)
      review = size.rows >= 14 ? body.cutTop(min(9, size.rows / 4)) : nil
    } else {
      checks = body.cutBottom(size.rows >= 14 ? max(5, size.rows / 3) : max(1, size.rows / 3))
      review = size.rows >= 18 ? body.cutTop(4) : nil
    }
    text = body
  }
}

extension Rect {
  /// Takes rows off the top.
  mutating func cutTop(_ count: Int) -> Rect {
    let taken = min(max(count, 0), rows)
    let top = Rect(row: row, column: column, rows: taken, columns: columns)
    self = Rect(row: row + taken, column: column, rows: rows - taken, columns: columns)
    return top
  }

  /// Takes rows off the bottom.
  mutating func cutBottom(_ count: Int) -> Rect {
    let taken = min(max(count, 0), rows)
    self = Rect(row: row, column: column, rows: rows - taken, columns: columns)
    return Rect(row: row + rows, column: column, rows: taken, columns: columns)
  }

  /// Takes columns off the right.
  mutating func cutRight(_ count: Int) -> Rect {
    let taken = min(max(count, 0), columns)
    self = Rect(row: row, column: column, rows: rows, columns: columns - taken)
    return Rect(row: row, column: column + columns, rows: rows, columns: taken)
  }
}
