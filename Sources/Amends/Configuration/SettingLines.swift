/// Where the keys of a TOML file stand, which the parser does not say.
struct SettingLines {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var section = ""
    for (index, line) in Self.split(text).enumerated() {
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

  /// The lines of a text as TOML counts them; a carriage return at an end stays.
  static func split(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
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
