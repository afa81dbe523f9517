/// Where the tables and keys of a TOML text begin, which the parser does not say.
struct LineIndex {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var path = ""
    var counts: [String: Int] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.hasPrefix("[[") {
        path = Self.element(Self.name(content), &counts)
        lines[path] = index + 1
      } else if content.hasPrefix("["), !content.hasSuffix(","), content.contains("]") {
        path = Self.name(content)
        lines[path] = lines[path] ?? index + 1
      } else if let key = Self.key(content) {
        let full = Self.join(path, key)
        lines[full] = lines[full] ?? index + 1
      }
    }
  }

  /// The line of a path such as `rule[2].cite`, else of the nearest table around it.
  func line(_ path: String) -> Int {
    var path = path[...]
    while !path.isEmpty {
      if let line = lines[String(path)] { return line }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
      path = path[..<cut]
    }
    return lines[String(path)] ?? 1
  }

  static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : path + "." + key
  }

  private static func name(_ header: Substring) -> String {
    String(header.drop { $0 == "[" }.prefix { $0 != "]" }).filter { $0 != " " && $0 != "\"" }
  }

  /// The path of the next element of an array of tables; of an inner one, within the last outer one.
  private static func element(_ name: String, _ counts: inout [String: Int]) -> String {
    var path = ""
    let parts = name.split(separator: ".")
    for (index, part) in parts.enumerated() {
      path = join(path, String(part))
      if index == parts.count - 1 { counts[path, default: 0] += 1 }
      if let count = counts[path] { path += "[\(count - 1)]" }
    }
    return path
  }

  /// The key that a line sets; nil for any other line.
  private static func key(_ line: Substring) -> String? {
    guard let first = line.first, first == "\"" || first.isLetter else { return nil }
    let name = first == "\"" ? line.dropFirst().prefix { $0 != "\"" } : line.prefix { isBare($0) }
    let rest = line[name.endIndex...].drop { $0 == "\"" || $0 == " " }
    return rest.first == "=" ? String(name) : nil
  }

  private static func isBare(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-"
  }
}
