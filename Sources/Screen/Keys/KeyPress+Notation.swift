/// The notation of help, key maps and tests: `ctrl-s`, `alt-f`, `shift-left`, `enter`, `f1`, `G`,
/// `space`.
extension KeyPress: CustomStringConvertible {
  private static let names: [(String, Key)] = [
    ("enter", .enter), ("escape", .escape), ("tab", .tab), ("backspace", .backspace),
    ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left),
    ("right", .right), ("home", .home), ("end", .end), ("pageup", .pageUp),
    ("pagedown", .pageDown), ("space", .character(" ")),
  ]

  private static let otherNames: [String: String] = [
    "return": "enter", "esc": "escape", "del": "delete", "ins": "insert", "pgup": "pageup",
    "pgdn": "pagedown", "page-up": "pageup", "page-down": "pagedown", "backtab": "shift-tab",
  ]

  private static let prefixes: [(String, Modifiers)] = [
    ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
  ]

  /// Reads a key in the notation; `nil` for what is none.
  ///
  /// Names and modifiers may be written in capitals; a single letter is taken as it stands.
  public init?(parsing text: String) {
    var rest = text[...]
    var modifiers: Modifiers = []
    while rest.count > 1, let (prefix, modifier) = Self.prefix(of: rest) {
      rest = rest.dropFirst(prefix.count)
      modifiers.insert(modifier)
    }
    if rest.count == 1, let character = rest.first {
      guard !character.isWhitespace, SafeText(String(character)).string == String(character) else {
        return nil
      }
      self.init(character, modifiers)
    } else if let other = Self.otherNames[rest.lowercased()], let key = KeyPress(parsing: other) {
      self.init(key.key, modifiers.union(key.modifiers))
    } else if let key = Self.key(named: rest.lowercased()) {
      self.init(key, modifiers)
    } else {
      return nil
    }
  }

  private static func prefix(of text: Substring) -> (String, Modifiers)? {
    let small = text.lowercased()
    return prefixes.first { small.hasPrefix($0.0) && small.count > $0.0.count }
  }

  private static func key(named name: String) -> Key? {
    if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return names.first { $0.0 == name }?.1
  }

  /// The key in the notation; a pasted text is told by its length.
  public var description: String {
    Self.prefixes.filter { modifiers.contains($0.1) }.map(\.0).joined() + keyName
  }

  private var keyName: String {
    switch key {
    case .function(let number): "f\(number)"
    case .paste(let text): "pasted text of \(text.count) characters"
    case .character(let character) where character != " ": SafeText(String(character)).string
    default: Self.names.first { $0.1 == key }?.0 ?? ""
    }
  }
}
