import Screen

/// A look in words: `#efcf70 on #16181d bold`.
enum LookName {
  private static let attributes: [(Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
    (.reverse, "reverse"),
  ]

  static func of(_ style: Style) -> String {
    let words = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    return (["\(name(style.foreground)) on \(name(style.background))"] + words)
      .joined(separator: " ")
  }

  private static func name(_ color: Color) -> String {
    switch color {
    case .default: "default"
    case .ansi(let ansi): "\(ansi)"
    case .rgb(let red, let green, let blue): "#" + [red, green, blue].map(hex).joined()
    }
  }

  private static func hex(_ level: UInt8) -> String {
    let digits = String(level, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
