/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Texts made of what breaks terminals, in any order.
enum HostileText {
  private static let pieces: [String] = [
    "a", "Z", " ", "\n", "\r", "\r\n", "\t", "\u{0}", "\u{7}", "\u{8}", "\u{1B}[31m",
    "\u{1B}]0;t\u{7}",
    "\u{1B}[201~", "\u{7F}", "\u{9B}31m", "\u{85}", "\u{301}",
    "\u{301}\u{302}\u{303}\u{304}\u{305}",
    "é", "日本", "한", "\u{1112}", "\u{1161}", "\u{11AB}", "👨‍👩‍👧‍👦", "👍🏽", "🏽", "🇩🇪", "🇩", "❤️", "1️⃣",
    "\u{200B}",
    "\u{200D}", "\u{200E}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{E0041}",
    "🏴\u{E0067}\u{E007F}", "\u{E000}", "\u{10FFFF}", "\u{1FAE8}", "\u{378}", "का", "ก็", "ﷺ", "ا",
    "\u{AD}", "\u{3164}", "\u{180E}", "\u{FE0F}", "\u{20E3}", "\u{FFF9}", "\u{600}", "-", "<br />",
    "\u{3000}",
  ]

  static func make(_ generator: inout SeededGenerator, pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count {
      if Int.random(in: 0..<8, using: &generator) == 0 {
        let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "?")
      } else {
        text += pieces.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }
}
