import Glibc

/// Colours for people who look at a terminal; none anywhere else, nor where `NO_COLOR` is set.
struct Paint {
  enum Color: Int {
    case red = 31
    case green = 32
    case yellow = 33
  }

  private let isOn: Bool

  /// Colours for what is written to a descriptor.
  init(_ descriptor: Int32) {
    isOn =
      isatty(descriptor) == 1 && Environment.value("NO_COLOR") == nil
      && Environment.value("TERM") != "dumb"
  }

  /// A text that stands out.
  func bold(_ text: String, _ color: Color) -> String {
    isOn ? "\u{1B}[1;\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
