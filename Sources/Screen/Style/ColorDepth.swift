/// How many colours a terminal shows.
public enum ColorDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// None: bold, dim, underline and reverse only.
  case mono
  /// The eight dark ANSI colours.
  case ansi8
  /// The sixteen ANSI colours.
  case ansi16
  /// The 256 colours of xterm: sixteen, a cube of 6×6×6, and 24 greys.
  case indexed256
  /// Any colour.
  case trueColor

  /// Whether the first shows fewer colours.
  public static func < (first: ColorDepth, second: ColorDepth) -> Bool {
    first.rawValue < second.rawValue
  }

  /// The deepest depth that a number of colours, as terminfo gives it, allows.
  public init(colors: Int) {
    switch colors {
    case ..<8: self = .mono
    case ..<16: self = .ansi8
    case ..<256: self = .ansi16
    case ..<0x100_0000: self = .indexed256
    default: self = .trueColor
    }
  }

  /// The number by which the terminal knows the nearest colour; -1 is its default.
  ///
  /// With ``trueColor`` numbers from 16 on are `0xRRGGBB`, as the terminals with direct colours
  /// take them; the few near-black colours whose number would name an ANSI colour become
  /// `0x000010`.
  public func index(of color: Color) -> Int {
    switch (color, self) {
    case (.default, _), (_, .mono): -1
    case (.ansi(.brightBlack), .ansi8): 7
    case (.ansi(let ansi), .ansi8): Int(ansi.rawValue) % 8
    case (.ansi(let ansi), .trueColor): ansi.rawValue < 8 ? Int(ansi.rawValue) : ansi.hex
    case (.ansi(let ansi), _): Int(ansi.rawValue)
    case (.rgb(let red, let green, let blue), .trueColor):
      Palette.direct(RGB(red, green, blue))
    case (.rgb(let red, let green, let blue), .indexed256):
      Palette.nearest256(RGB(red, green, blue))
    case (.rgb(let red, let green, let blue), .ansi16):
      Palette.nearestANSI(RGB(red, green, blue), among: 16)
    case (.rgb(let red, let green, let blue), .ansi8):
      Palette.nearestANSI(RGB(red, green, blue), among: 8)
    }
  }
}

/// A style in the numbers of a terminal.
public struct ResolvedStyle: Hashable, Sendable {
  /// The number of the letters' colour; -1 is the terminal's own.
  public var foreground: Int
  /// The number of the colour behind them; -1 is the terminal's own.
  public var background: Int
  /// Bold, underlined and so on.
  public var attributes: Attributes
}

extension ColorDepth {
  /// The nearest look that the terminal has, in which letters can be told from what is behind them.
  ///
  /// Where two colours fall together, the terminal's own are shown changed over instead. The grey
  /// of ANSI, number 8, is white where there are only eight colours: black would not be seen.
  public func resolve(_ style: Style) -> ResolvedStyle {
    let foreground = index(of: style.foreground)
    let background = index(of: style.background)
    guard foreground == background, foreground >= 0, style.foreground != style.background else {
      return ResolvedStyle(
        foreground: foreground, background: background, attributes: style.attributes)
    }
    return ResolvedStyle(
      foreground: -1, background: -1, attributes: style.attributes.union(.reverse))
  }
}
