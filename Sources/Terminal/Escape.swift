/// What an escape has begun: a key, or a sequence that no key has.
///
/// Answers of the terminal and odd keys must not be read as letters, which are commands.
enum Escape {
  case none
  /// The key itself, or alt with the next one.
  case key
  /// What introduces one of the sequences below is all that has come.
  case introduced(UInt8)
  /// `ESC [`: parameters up to a letter.
  case control
  /// `ESC O`: one letter.
  case shift
  /// `ESC ]` and the like: a text up to BEL or `ESC \`.
  case text
  /// The escape that ends a text.
  case ending

  /// Whether it is within a text.
  var isText: Bool {
    if case .text = self { return true }
    return false
  }

  /// Whether a byte may end a text here.
  var mayEndText: Bool {
    if case .ending = self { return true }
    return isText
  }

  /// Takes a byte in, and tells whether it belongs to a sequence.
  mutating func skips(_ byte: UInt8) -> Bool {
    switch self {
    case .none: false
    case .key: introduce(byte)
    case .introduced(UInt8(ascii: "[")): goOn(.control, byte)
    case .introduced(UInt8(ascii: "O")): goOn(.shift, byte)
    case .introduced: goOn(.text, byte)
    case .control, .shift, .text, .ending: goOn(self, byte)
    }
  }

  private mutating func introduce(_ byte: UInt8) -> Bool {
    guard "[O]P^_".utf8.contains(byte) else { return false }
    self = .introduced(byte)
    return true
  }

  private mutating func goOn(_ sequence: Escape, _ byte: UInt8) -> Bool {
    switch (sequence, byte) {
    case (.control, 0x20..<0x40), (.text, 0x20...): self = sequence
    case (.text, 0x1B): self = .ending
    case (.control, 0x40...), (.shift, 0x20...), (.text, 0x07), (.ending, UInt8(ascii: "\\")):
      self = .none
    case (.ending, _):
      self = .key
      return introduce(byte)
    default:
      self = .none
      return false
    }
    return true
  }
}
