/// A key with its modifiers, or a text that was pasted.
public struct KeyPress: Hashable, Sendable {
  /// The keys of a terminal.
  public enum Key: Hashable, Sendable {
    /// A letter, digit or sign; capitals carry their shift.
    case character(Character)
    /// Enter or return.
    case enter
    /// Escape.
    case escape
    /// The tabulator; with shift it goes back.
    case tab
    /// Deletes to the left.
    case backspace
    /// Deletes to the right.
    case delete
    /// Insert.
    case insert
    /// An arrow.
    case up
    /// An arrow.
    case down
    /// An arrow.
    case left
    /// An arrow.
    case right
    /// To the start.
    case home
    /// To the end.
    case end
    /// One page back.
    case pageUp
    /// One page on.
    case pageDown
    /// F1 to F12.
    case function(Int)
    /// A text that came as one piece, as it came: wash it before use, and never read it as keys.
    case paste(String)
  }

  /// Keys held with another.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Modifiers from their bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Control.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, option or meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift; only with keys that are no letters.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// The key.
  public let key: Key
  /// What was held with it.
  public let modifiers: Modifiers

  /// A key press, in the one form in which a terminal would send it.
  ///
  /// `ctrl-i` is the tabulator, `ctrl-m` enter and `ctrl-[` escape: terminals send the same for
  /// both. Control takes letters of either case, shift makes a letter a capital.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    switch key {
    case .character(let character): (self.key, self.modifiers) = Self.normal(character, modifiers)
    case .paste: (self.key, self.modifiers) = (key, [])
    default: (self.key, self.modifiers) = (key, modifiers)
    }
  }

  /// A letter, digit or sign.
  public init(_ character: Character, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }

  private static func normal(_ character: Character, _ modifiers: Modifiers) -> (Key, Modifiers) {
    guard modifiers.contains(.control) else {
      guard modifiers.contains(.shift) else { return (.character(character), modifiers) }
      let capital = character.uppercased()
      return (
        .character(capital.count == 1 ? Character(capital) : character),
        modifiers.subtracting(.shift)
      )
    }
    let rest = modifiers.subtracting([.control, .shift])
    switch character.lowercased() {
    case "i": return (.tab, rest)
    case "m": return (.enter, rest)
    case "[": return (.escape, rest)
    case "@": return (.character(" "), rest.union(.control))
    case let small:
      return (.character(small.count == 1 ? Character(small) : character), rest.union(.control))
    }
  }
}

extension KeyPress {
  /// Enter without modifiers.
  public static let enter = KeyPress(.enter)
  /// Escape without modifiers.
  public static let escape = KeyPress(.escape)
  /// The tabulator.
  public static let tab = KeyPress(.tab)
  /// The tabulator with shift.
  public static let backtab = KeyPress(.tab, .shift)
  /// The space bar.
  public static let space = KeyPress(" ")
  /// Backspace without modifiers.
  public static let backspace = KeyPress(.backspace)
  /// Delete without modifiers.
  public static let delete = KeyPress(.delete)
  /// Arrow up.
  public static let up = KeyPress(.up)
  /// Arrow down.
  public static let down = KeyPress(.down)
  /// Arrow left.
  public static let left = KeyPress(.left)
  /// Arrow right.
  public static let right = KeyPress(.right)
  /// Home.
  public static let home = KeyPress(.home)
  /// End.
  public static let end = KeyPress(.end)
  /// Page up.
  public static let pageUp = KeyPress(.pageUp)
  /// Page down.
  public static let pageDown = KeyPress(.pageDown)

  /// A letter with control.
  public static func control(_ character: Character) -> KeyPress { KeyPress(character, .control) }
  /// A letter with alt.
  public static func alt(_ character: Character) -> KeyPress { KeyPress(character, .alt) }
  /// A text that was pasted.
  public static func paste(_ text: String) -> KeyPress { KeyPress(.paste(text)) }

  /// The letter, when it is one without control or alt: what typing inserts.
  public var typed: Character? {
    guard case .character(let character) = key, modifiers.isEmpty else { return nil }
    return character
  }
}

extension KeyPress: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A letter, digit or sign.
  public init(extendedGraphemeClusterLiteral value: Character) {
    self.init(value)
  }
}
