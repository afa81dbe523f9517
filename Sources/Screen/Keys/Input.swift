/// What comes from a terminal.
public enum Input: Hashable, Sendable {
  /// A key was pressed, or text was pasted.
  case key(KeyPress)
  /// The mouse was clicked, or its wheel turned.
  case mouse(MousePress)
  /// The terminal's own background, which it was asked for.
  case background(Color)
}

/// A click, or a step of the wheel.
public struct MousePress: Hashable, Sendable {
  /// What was moved.
  public enum Button: Hashable, Sendable {
    /// The left button went down.
    case left
    /// One step towards the start.
    case wheelUp
    /// One step towards the end.
    case wheelDown
  }

  /// What was moved.
  public var button: Button
  /// Where the pointer was.
  public var point: Point

  /// A press of a button at a place.
  public init(_ button: Button, at point: Point) {
    self.button = button
    self.point = point
  }
}
