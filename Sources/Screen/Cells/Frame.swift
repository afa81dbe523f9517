/// All that a screen shows at one moment.
public struct Frame: Hashable, Sendable {
  /// The cells.
  public var grid: Grid
  /// Where the terminal's cursor stands; `nil` hides it.
  ///
  /// Screen readers follow it, so a list puts it onto the selected row even where nothing is typed.
  public var cursor: Point?
  /// The title of the terminal's window; `nil` leaves it alone.
  public var title: SafeText?

  /// A frame of a grid.
  public init(_ grid: Grid, cursor: Point? = nil, title: SafeText? = nil) {
    self.grid = grid
    self.cursor = cursor
    self.title = title
  }
}
