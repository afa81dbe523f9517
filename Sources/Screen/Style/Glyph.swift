/// The signs that screens draw with; each is one column wide in every theme.
public enum Glyph: String, CaseIterable, Hashable, Sendable {
  /// A star given.
  case star
  /// A star not given.
  case starEmpty = "star-empty"
  /// Stands before the selected row.
  case pointer
  /// Stands before a marked row.
  case mark
  /// The customer may be written to.
  case ready
  /// Wait.
  case waiting
  /// The customer waits.
  case due
  /// Never.
  case never
  /// In the outbox.
  case queued
  /// Nobody knows.
  case uncertain
  /// From the shop to the customer.
  case sent
  /// From the customer.
  case received
  /// A note.
  case note
  /// Blocks.
  case block
  /// Warns.
  case warn
  /// Fine.
  case ok
  /// Saved, or lively.
  case dot
  /// There is more.
  case ellipsis
  /// A line from left to right.
  case horizontal
  /// A line from top to bottom.
  case vertical
  /// A corner.
  case topLeft = "top-left"
  /// A corner.
  case topRight = "top-right"
  /// A corner.
  case bottomLeft = "bottom-left"
  /// A corner.
  case bottomRight = "bottom-right"
}

/// The signs of a theme.
public struct Glyphs: Hashable, Sendable {
  private var signs: [Glyph: SafeText]
  /// The steps of a plot, from the lowest on.
  public var sparks: [SafeText]

  /// The sign of a name.
  public subscript(glyph: Glyph) -> SafeText { signs[glyph] ?? "?" }

  /// Changes a sign.
  ///
  /// - Returns: Whether it was taken: it must be one column wide.
  public mutating func set(_ glyph: Glyph, to sign: SafeText) -> Bool {
    guard sign.width == 1 else { return false }
    signs[glyph] = sign
    return true
  }

  private init(_ row: SafeText, sparks: SafeText) {
    signs = Dictionary(
      zip(Glyph.allCases, row.characters), uniquingKeysWith: { first, _ in first })
    self.sparks = sparks.characters
  }

  /// Signs of Unicode that the fonts of terminals have.
  public static let unicode = Glyphs("★☆▌✚●◷◆■▸?→←·✗!✓●…─│┌┐└┘", sparks: "▁▂▃▄▅▆▇█")

  /// Signs of ASCII alone.
  public static let ascii = Glyphs("*.>+ozRX^?><-x!vo~-|++++", sparks: "_.-=+*#@")
}

extension SafeText {
  /// Each character for itself.
  var characters: [SafeText] { string.map { SafeText(String($0)) } }
}
