import CTerminal
import Screen

/// Knows what the terminal shows, and paints what is different in a new frame.
struct Painter {
  private let depth: ColorDepth
  /// How many pairs of colours the terminal has room for; the first is its own.
  private let pairs: Int
  private var shown: Grid?
  private var title: SafeText?
  private var looks: [Style: Look] = [:]
  private var lastStyle = Style.plain
  private var lastLook = Look(pair: 0, attributes: 0)
  private var usedPairs: Set<Int32> = []
  /// Whether a frame was painted with too few pairs, and what follows from it.
  private var shortage = Shortage.none

  private enum Shortage {
    case none
    /// Pairs of earlier frames may be in the way.
    case found
    /// One frame alone has too many.
    case accepted
  }

  private struct Look {
    var pair: Int32
    var attributes: UInt32
  }

  init(depth: ColorDepth, pairs: Int) {
    self.depth = depth
    self.pairs = pairs
  }

  mutating func forget() {
    shown = nil
    if shortage == .accepted { shortage = .none }
  }

  /// The shell, or another program, may have set a title of its own.
  mutating func forgetTitle() {
    title = nil
  }

  mutating func newTitle(of frame: Frame) -> SafeText? {
    guard let title = frame.title, title != self.title else { return nil }
    self.title = title
    return title
  }

  mutating func paint(_ frame: Frame) {
    var isNew = shown == nil || shown?.size != frame.grid.size
    let hadPairs = !usedPairs.isEmpty
    paint(frame.grid)
    if shortage == .found {
      isNew = true
      if hadPairs { startOver(with: frame.grid) }
      if shortage == .found { shortage = .accepted }
    }
    let cursor = frame.cursor ?? Point(row: 0, column: 0)
    ct_cursor(Int32(cursor.row), Int32(cursor.column), frame.cursor == nil ? 0 : 1)
    ct_flush(isNew ? 1 : 0)
  }

  private mutating func paint(_ grid: Grid) {
    for change in Grid.changes(from: shown, to: grid) { paint(change, of: grid) }
    shown = grid
  }

  /// Paints everything with new pairs: those of another theme are still in use otherwise.
  private mutating func startOver(with grid: Grid) {
    ct_reset_pairs()
    shortage = .none
    usedPairs = []
    looks = [:]
    lastStyle = .plain
    lastLook = Look(pair: 0, attributes: 0)
    shown = nil
    paint(grid)
  }

  private mutating func paint(_ change: Grid.Change, of grid: Grid) {
    var column = change.columns.lowerBound
    if grid[change.row, column].isContinuation { column -= 1 }
    for column in column..<change.columns.upperBound {
      let cell = grid[change.row, column]
      guard !cell.isContinuation else { continue }
      let look = look(of: cell.style)
      var shape = ct_cell(
        base: cell.base.value,
        marks: (cell.marks[0], cell.marks[1], cell.marks[2], cell.marks[3]),
        width: Int32(cell.width), pair: look.pair, attributes: look.attributes)
      ct_put(Int32(change.row), Int32(column), &shape)
    }
  }

  private mutating func look(of style: Style) -> Look {
    if style == lastStyle { return lastLook }
    let look = looks[style] ?? makeLook(style)
    looks[style] = look
    lastStyle = style
    lastLook = look
    return look
  }

  private mutating func makeLook(_ style: Style) -> Look {
    let shown = depth.resolve(style)
    return Look(
      pair: pair(shown.foreground, shown.background),
      attributes: UInt32(shown.attributes.rawValue))
  }

  /// A pair of colours; where all are in use the terminal's own, as ncurses would recolour old
  /// cells.
  private mutating func pair(_ foreground: Int, _ background: Int) -> Int32 {
    guard depth > .mono else { return 0 }
    guard usedPairs.count < pairs - 2 else {
      if shortage == .none { shortage = .found }
      return 0
    }
    let pair = ct_pair(Int32(foreground), Int32(background))
    usedPairs.insert(pair)
    return pair
  }
}
