/// A picture of cells: the only surface that screens draw on.
///
/// Nothing that is drawn outside of it does harm: it is cut at the edges.
public struct Grid: Hashable, Sendable {
  /// How many rows and columns it has.
  public let size: Size
  /// The colours of everything that is drawn without colours of its own.
  public let base: Style
  /// Row after row.
  private(set) var cells: [Cell]

  /// A grid of blank cells.
  ///
  /// The colours of `base`, best a theme's `text`, show wherever a style has none of its own.
  public init(_ size: Size, base: Style = .plain) {
    self.size = size
    self.base = Style(foreground: base.foreground, background: base.background)
    cells = Array(repeating: .blank(self.base), count: size.rows * size.columns)
  }

  /// The cell at a place; a blank one outside.
  public subscript(row: Int, column: Int) -> Cell {
    contains(row, column) ? cells[row * size.columns + column] : .blank()
  }

  /// The cells of a row; none outside.
  public func cells(row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// Puts a cell inside the grid, and makes whole what it cuts: halves of wide characters turn
  /// blank.
  mutating func set(_ cell: Cell, row: Int, column: Int) {
    let index = row * size.columns + column
    let old = cells[index].width
    if old == 0, column > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
    if old == 2, column + 1 < size.columns { cells[index + 1] = .blank(cells[index + 1].style) }
    cells[index] = cell
  }

  mutating func addMark(_ mark: Unicode.Scalar, row: Int, column: Int) {
    cells[row * size.columns + column].add(mark: mark)
  }

  /// Changes the styles of a rectangle, the text stays.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(size.bounds)
    for row in area.row..<area.row + area.rows {
      for column in area.column..<area.column + area.columns {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }
}
