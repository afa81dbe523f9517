public import Screen

/// A theme as it is written: names of colours still stand for what a palette says.
///
/// The format is TOML. Top level: `inherits` (another theme's name), `appearance` (`dark`, `light`,
/// `any`). `[styles]`: a role such as `"list.selected"` is a colour, or a table of `fg`, `bg` and
/// `modifiers` (`bold`, `dim`, `italic`, `underline`, `reverse`). `[palette]`: names for colours.
/// Colours are `default`, the sixteen ANSI names (`red`, `bright-red`, … `bright-black`), `#rgb`,
/// `#rrggbb` and the names of the palette. `[glyphs]`: `set` (`unicode` or `ascii`), single signs,
/// and `sparks`.
public struct ThemeFile: Hashable, Sendable {
  /// The theme's name: that of its file without the ending.
  public let name: String
  /// The theme that gives what this one leaves out.
  public var inherits: String? { parent?.word }
  var parent: Written?
  var appearance: Theme.Appearance?
  var styles: [Role: WrittenStyle] = [:]
  var palette: [String: Written] = [:]
  var glyphSet: Glyphs?
  var glyphs: [Glyph: SafeText] = [:]
  var sparks: [SafeText]?

  /// A word of the file with its place.
  struct Written: Hashable, Sendable {
    var word: String
    var theme: String
    var line: Int
    var column: Int
  }

  /// A style whose colours are still names.
  struct WrittenStyle: Hashable, Sendable {
    var foreground: Written?
    var background: Written?
    var attributes: Attributes = []
  }

  /// The roles that the file names itself.
  public var roles: Set<Role> { Set(styles.keys) }

  /// Reads the text of a theme.
  ///
  /// - Throws: ``ThemeError`` with line and column at the first fault.
  public static func parse(_ text: String, name: String) throws(ThemeError) -> ThemeFile {
    try ThemeReader(text, name: name).read()
  }
}
