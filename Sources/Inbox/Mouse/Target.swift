import Screen

/// What a place on the screen stands for when it is clicked.
enum Target: Hashable, Sendable {
  /// A command of the footer.
  case command(Command)
  /// The head of a column of the list.
  case column(ListColumns.Kind)
  /// A row of palette or themes, by its number.
  case option(Int)
  /// An answer to a question.
  case key(KeyPress)
  /// The text being written.
  case text
}

/// Where everything is that can be clicked: what was drawn last lies on top.
struct TargetMap {
  private var targets: [(rect: Rect, target: Target)] = []
  /// The rows of lists, from the top, with the selected one among them.
  private var rows: [Rect] = []
  private var selectedRow: Int?

  mutating func add(_ target: Target, at rect: Rect) {
    targets.append((rect, target))
  }

  /// Notes a row of a list, which is known by the look that it is filled with.
  mutating func addRow(_ rect: Rect, isSelected: Bool) {
    if isSelected { selectedRow = rows.count }
    rows.append(rect)
  }

  /// What is at a place, with the place within it; `nil` where nothing is.
  func target(at point: Point) -> (target: Target, place: Point)? {
    targets.last { $0.rect.contains(point) }.map { found in
      (
        found.target,
        Point(row: point.row - found.rect.row, column: point.column - found.rect.column)
      )
    }
  }

  /// How many rows below the selected one a place is; `nil` where it is in no row.
  func steps(to point: Point) -> Int? {
    guard let selectedRow, let index = rows.firstIndex(where: { $0.contains(point) }) else {
      return nil
    }
    return index - selectedRow
  }
}
