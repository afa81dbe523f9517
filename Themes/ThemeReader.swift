import Screen

/// Reads the tables of a theme's file, and says where the first fault stands.
struct ThemeReader {
  private let name: String
  private let root: [String: TOMLNode]
  private let places: SourcePlaces

  init(_ text: String, name: String) throws(ThemeError) {
    self.name = name
    root = try TOMLNode.read(text, theme: name)
    places = SourcePlaces(text)
  }

  func read() throws(ThemeError) -> ThemeFile {
    try allow(["inherits", "appearance", "styles", "palette", "glyphs"], in: root, at: "")
    var file = ThemeFile(name: name)
    if let parent = root["inherits"] { file.parent = try word(parent, "inherits") }
    if let node = root["appearance"] {
      file.appearance = try choice(node, "appearance", Theme.Appearance.allCases)
    }
    for (key, node) in try table("palette") {
      file.palette[key] = try color(node, "palette." + key)
    }
    try readStyles(try table("styles"), prefix: "", into: &file)
    try readGlyphs(try table("glyphs"), into: &file)
    return file
  }

  /// Roles may be written `"list.selected"` or as tables in tables.
  private func readStyles(
    _ table: [String: TOMLNode],
    prefix: String,
    into file: inout ThemeFile
  ) throws(ThemeError) {
    for (key, node) in table.sorted(by: { $0.key < $1.key }) {
      let name = prefix + key
      if case .table(let inner) = node, Self.isGroup(inner) {
        try readStyles(inner, prefix: name + ".", into: &file)
      } else {
        let role = try choice(.string(name), "styles." + name, Role.allCases)
        file.styles[role] = try style(node, "styles." + name)
      }
    }
  }

  private static let styleKeys = ["fg", "bg", "modifiers"]

  private static func isGroup(_ table: [String: TOMLNode]) -> Bool {
    !table.isEmpty && table.keys.allSatisfy { !styleKeys.contains($0) }
  }

  private func style(
    _ node: TOMLNode,
    _ path: String
  ) throws(ThemeError) -> ThemeFile.WrittenStyle {
    guard case .table(let table) = node else {
      return ThemeFile.WrittenStyle(foreground: try color(node, path))
    }
    try allow(Self.styleKeys, in: table, at: path)
    var style = ThemeFile.WrittenStyle()
    if let node = table["fg"] { style.foreground = try color(node, path) }
    if let node = table["bg"] { style.background = try color(node, path) }
    guard let modifiers = table["modifiers"] else { return style }
    guard case .array(let names) = modifiers else {
      throw fault(path, "modifiers is a list, such as [\"bold\"]")
    }
    for node in names { style.attributes.formUnion(try attribute(node, path)) }
    return style
  }

  private func attribute(_ node: TOMLNode, _ path: String) throws(ThemeError) -> Attributes {
    let names: [(String, Attributes)] = [
      ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
      ("reverse", .reverse),
    ]
    let name = try string(node, path)
    guard let found = names.first(where: { $0.0 == name }) else {
      throw fault(path, unknown(name, names.map(\.0)))
    }
    return found.1
  }

  private func readGlyphs(
    _ table: [String: TOMLNode],
    into file: inout ThemeFile
  ) throws(ThemeError) {
    for (key, node) in table.sorted(by: { $0.key < $1.key }) {
      let path = "glyphs." + key
      switch key {
      case "set": file.glyphSet = try glyphSet(node, path)
      case "sparks": file.sparks = try sparks(node, path)
      default:
        let glyph = try choice(.string(key), path, Glyph.allCases)
        file.glyphs[glyph] = try sign(try string(node, path), path)
      }
    }
  }

  private func glyphSet(_ node: TOMLNode, _ path: String) throws(ThemeError) -> Glyphs {
    switch try string(node, path) {
    case "unicode": return .unicode
    case "ascii": return .ascii
    case let other: throw fault(path, unknown(other, ["unicode", "ascii"]))
    }
  }

  private func sparks(_ node: TOMLNode, _ path: String) throws(ThemeError) -> [SafeText] {
    var signs: [SafeText] = []
    for character in try string(node, path) { signs.append(try sign(String(character), path)) }
    guard signs.count > 1 else { throw fault(path, "a plot needs two steps or more") }
    return signs
  }

  private func sign(_ text: String, _ path: String) throws(ThemeError) -> SafeText {
    let sign = SafeText(text)
    guard sign.width == 1, sign.string == text else {
      throw fault(path, "“\(sign)” must be one character that is one column wide")
    }
    return sign
  }
}

/// Values of one kind, or the fault that they are of another.
extension ThemeReader {
  private func table(_ key: String) throws(ThemeError) -> [String: TOMLNode] {
    switch root[key] {
    case nil: return [:]
    case .table(let table): return table
    default: throw fault(key, "\(key) is a table: write [\(key)] on a line of its own")
    }
  }

  private func string(_ node: TOMLNode, _ path: String) throws(ThemeError) -> String {
    guard case .string(let string) = node else { throw fault(path, "a string belongs here") }
    return string
  }

  private func color(_ node: TOMLNode, _ path: String) throws(ThemeError) -> ThemeFile.Written {
    guard case .string = node else {
      throw fault(path, "a colour belongs here, such as \"red\" or \"#cc6600\"")
    }
    return try word(node, path)
  }

  private func word(_ node: TOMLNode, _ path: String) throws(ThemeError) -> ThemeFile.Written {
    let word = try string(node, path)
    let place = places.place(of: path)
    return ThemeFile.Written(word: word, theme: name, line: place.line, column: place.column)
  }

  private func choice<Value: RawRepresentable<String>>(
    _ node: TOMLNode,
    _ path: String,
    _ values: [Value]
  ) throws(ThemeError) -> Value {
    let word = try string(node, path)
    guard let value = Value(rawValue: word) else {
      throw fault(path, unknown(word, values.map(\.rawValue)))
    }
    return value
  }

  private func allow(
    _ keys: [String],
    in table: [String: TOMLNode],
    at path: String
  ) throws(ThemeError) {
    for key in table.keys.sorted() where !keys.contains(key) {
      throw fault(path.isEmpty ? key : path, unknown(key, keys))
    }
  }

  private func unknown(_ word: String, _ known: [String]) -> String {
    let guess = known.map { (Spelling.distance(word, $0), $0) }.min { $0.0 < $1.0 }
    let hint = guess.map { $0.0 <= 3 ? ": did you mean “\($0.1)”?" : "" } ?? ""
    return "unknown name “\(SafeText(word))”"
      + (hint.isEmpty ? ": known are \(known.joined(separator: ", "))" : hint)
  }

  private func fault(_ path: String, _ reason: String) -> ThemeError {
    let place = places.place(of: path)
    return ThemeError(theme: name, line: place.line, column: place.column, reason: reason)
  }
}
