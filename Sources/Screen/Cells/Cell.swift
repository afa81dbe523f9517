/// What one column of one row shows: a character with its marks, and a style.
public struct Cell: Hashable, Sendable {
  /// The character; a space in the right half of a wide one.
  public internal(set) var base: Unicode.Scalar
  /// How many columns the character takes; 0 marks the right half of a wide one.
  public internal(set) var width: UInt8
  /// How it looks.
  public internal(set) var style: Style
  /// Up to four combining marks; zero where there is none.
  public internal(set) var marks: SIMD4<UInt32>

  init(base: Unicode.Scalar, width: UInt8, style: Style) {
    self.base = base
    self.width = width
    self.style = style
    marks = .zero
  }

  /// An empty cell of a style.
  public static func blank(_ style: Style = .plain) -> Cell {
    Cell(base: " ", width: 1, style: style)
  }

  /// Whether this is the right half of a wide character.
  public var isContinuation: Bool { width == 0 }

  /// The character with its marks; empty in the right half of a wide one.
  public var text: String {
    guard !isContinuation else { return "" }
    var scalars = String.UnicodeScalarView([base])
    for index in 0..<4 where marks[index] != 0 {
      if let mark = Unicode.Scalar(marks[index]) { scalars.append(mark) }
    }
    return String(scalars)
  }

  /// Adds a combining mark; a fifth one is left out.
  mutating func add(mark: Unicode.Scalar) {
    for index in 0..<4 where marks[index] == 0 {
      marks[index] = mark.value
      return
    }
  }
}
