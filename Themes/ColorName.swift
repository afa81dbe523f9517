import Screen

/// The colours that need no palette.
enum ColorName {
  private static let ansi: [String: ANSIColor] = [
    "black": .black, "red": .red, "green": .green, "yellow": .yellow, "blue": .blue,
    "magenta": .magenta, "cyan": .cyan, "white": .white, "bright-black": .brightBlack,
    "bright-red": .brightRed, "bright-green": .brightGreen, "bright-yellow": .brightYellow,
    "bright-blue": .brightBlue, "bright-magenta": .brightMagenta, "bright-cyan": .brightCyan,
    "bright-white": .brightWhite,
  ]

  /// The colour of a word; `nil` when a palette must know it.
  static func color(_ word: String) -> Color? {
    if word == "default" { return .default }
    if let color = ansi[word] { return .ansi(color) }
    return word.hasPrefix("#") ? hex(word.dropFirst()) : nil
  }

  private static func hex(_ digits: Substring) -> Color? {
    guard digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16) else { return nil }
    switch digits.count {
    case 6: return .rgb(UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255))
    case 3:
      return .rgb(UInt8(value >> 8) * 17, UInt8(value >> 4 & 15) * 17, UInt8(value & 15) * 17)
    default: return nil
    }
  }
}
