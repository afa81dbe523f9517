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
  /// Where there are few colours, letters get the nearest one that keeps their contrast, as far as text
  /// needs it. Where two colours fall together all the same, the terminal's own are shown changed over
  /// instead. The grey of ANSI, number 8, is white where there are only eight colours: black would not
  /// be seen.
  public func resolve(_ style: Style) -> ResolvedStyle {
    let background = index(of: style.background)
    let foreground = letters(of: style, on: background)
    guard foreground == background, foreground >= 0, style.foreground != style.background else {
      return ResolvedStyle(
        foreground: foreground, background: background, attributes: style.attributes)
    }
    return ResolvedStyle(
      foreground: -1, background: -1, attributes: style.attributes.union(.reverse))
  }

  /// The shade that a number stands for, xterm's for the sixteen whose shades persons choose; `nil` for
  /// the terminal's own.
  func shade(of index: Int) -> RGB? {
    guard index >= 0 else { return nil }
    if index < 16 && self < .trueColor || index < 8 { return Palette.ansi[index] }
    return self == .trueColor ? RGB(hex: index) : Palette.shade256(index)
  }

  private func letters(of style: Style, on background: Int) -> Int {
    let nearest = index(of: style.foreground)
    guard self < .trueColor, case .rgb = style.foreground, let meant = style.background.shade,
      let wanted = style.foreground.shade, let shown = shade(of: nearest),
      let behind = shade(of: background)
    else { return nearest }
    let least = min(Contrast.text, Contrast.ratio(wanted, meant))
    if Contrast.ratio(shown, behind) >= least { return nearest }
    return nearestLetters(to: wanted, on: behind, least: least) ?? nearest
  }

  /// The nearest colour that stands out far enough; `nil` where there is none.
  private func nearestLetters(to wanted: RGB, on behind: RGB, least: Double) -> Int? {
    let readable = letterColors.compactMap { index -> (index: Int, distance: Int)? in
      guard let shade = shade(of: index), Contrast.ratio(shade, behind) >= least else { return nil }
      return (index, wanted.distance(to: shade))
    }
    return readable.min { $0.distance < $1.distance }?.index
  }

  private var letterColors: Range<Int> {
    switch self {
    case .mono, .trueColor: 0..<0
    case .ansi8: 0..<8
    case .ansi16: 0..<16
    case .indexed256: 16..<256
    }
  }
}
