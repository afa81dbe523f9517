/// Where the keys of a TOML file stand, which the parser does not say.
struct SettingLines {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.first == "[" {
        section = Self.plain(content.drop { $0 == "[" }.prefix { $0 != "]" })
        note(section, index + 1)
      } else if let equals = content.firstIndex(of: "="), content.first != "#" {
        let key = Self.plain(content[..<equals])
        note(section.isEmpty ? key : "\(section).\(key)", index + 1)
      }
    }
  }

  /// The line of a key such as `contact.zone`, else of its section; 0 where neither is found.
  func line(of key: String) -> Int {
    lines[key] ?? lines[String(key.prefix { $0 != "." })] ?? 0
  }

  private mutating func note(_ key: String, _ line: Int) {
    lines[key] = lines[key] ?? line
  }

  private static func plain(_ name: Substring) -> String {
    name.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" && $0 != "\r" }
  }
}
