import Glibc

/// How far letters stand out from what is behind them.
///
/// Ratio and luminance are those of WCAG 2.1 ("contrast ratio", "relative luminance").
public enum Contrast {
  /// The least ratio for text (success criterion 1.4.3, level AA).
  public static let text = 4.5
  /// The least ratio for lines between parts of the screen (success criterion 1.4.11).
  public static let line = 3.0

  /// The ratio of two colours, from 1 to 21; the order does not matter.
  static func ratio(_ first: RGB, _ second: RGB) -> Double {
    let (first, second) = (luminance(first), luminance(second))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  static func luminance(_ color: RGB) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// The curve of sRGB (IEC 61966-2-1).
  private static func linear(_ level: Int) -> Double {
    let share = Double(level) / 255
    return share > 0.04045 ? pow((share + 0.055) / 1.055, 2.4) : share / 12.92
  }
}

extension Color {
  /// Whether black letters stand out from it further than white ones; `nil` for the terminal's own.
  public var isLight: Bool? {
    guard let shade else { return nil }
    return Contrast.luminance(shade) > 0.179
  }

  /// Its red, green and blue, those of xterm for the sixteen named ones; `nil` for the terminal's own.
  var shade: RGB? {
    switch self {
    case .default: nil
    case .ansi(let ansi): RGB(hex: ansi.hex)
    case .rgb(let red, let green, let blue): RGB(red, green, blue)
    }
  }
}
