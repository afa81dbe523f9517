/// A colour as a theme names it; the terminal shows the nearest that it has.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case `default`
  /// One of the sixteen colours whose shades the person has chosen in the terminal.
  case ansi(ANSIColor)
  /// Red, green and blue, 0 to 255 each.
  case rgb(UInt8, UInt8, UInt8)
}

/// The sixteen named colours of a terminal, numbered as terminals number them.
public enum ANSIColor: UInt8, CaseIterable, Hashable, Sendable {
  /// Colour 0.
  case black
  /// Colour 1.
  case red
  /// Colour 2.
  case green
  /// Colour 3.
  case yellow
  /// Colour 4.
  case blue
  /// Colour 5.
  case magenta
  /// Colour 6.
  case cyan
  /// Colour 7.
  case white
  /// Colour 8, often called grey.
  case brightBlack
  /// Colour 9.
  case brightRed
  /// Colour 10.
  case brightGreen
  /// Colour 11.
  case brightYellow
  /// Colour 12.
  case brightBlue
  /// Colour 13.
  case brightMagenta
  /// Colour 14.
  case brightCyan
  /// Colour 15.
  case brightWhite
}
