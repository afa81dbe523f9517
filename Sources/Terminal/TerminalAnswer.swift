import Screen

/// What a terminal answers to the question for its background (OSC 11 of xterm, "Operating System Commands").
struct TerminalAnswer {
  /// What is asked: the background, then what the terminal is, to which each has an answer (DA1, `ESC [ ? 62 c`):
  /// where that comes alone nothing else will come.
  static let question = "\u{1B}]11;?\u{1B}\\\u{1B}[c"
  private static let mostBytes = 64
  private var bytes: [UInt8] = []

  mutating func take(_ byte: UInt8) {
    if bytes.count < Self.mostBytes { bytes.append(byte) }
  }

  /// The colour of `11;rgb:ffff/ffff/ffff`, each number with one to four digits; `nil` for anything else.
  var background: Color? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = ["11;rgb:", "11;rgba:"].first(where: text.hasPrefix) else { return nil }
    let numbers = text.dropFirst(start.count).split(
      separator: "/", omittingEmptySubsequences: false)
    let levels = numbers.compactMap(Self.level)
    guard (3...4).contains(levels.count), levels.count == numbers.count else { return nil }
    return .rgb(levels[0], levels[1], levels[2])
  }

  private static func level(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit),
      let number = Int(digits, radix: 16)
    else { return nil }
    let most = 1 << (4 * digits.count) - 1
    return UInt8(number * 255 / most)
  }
}
