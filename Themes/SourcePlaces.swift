/// Where the keys of a theme's file stand, which the parser does not say.
struct SourcePlaces {
  /// A place in a file, from 1 on.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private var places: [String: Place] = [:]

  init(_ text: String) {
    var section = ""
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      let place = Place(line: index + 1, column: line.count - content.count + 1)
      if content.hasPrefix("[") {
        section = Self.joined(content.dropFirst().prefix { $0 != "]" })
        places[section] = place
      } else if let equals = content.firstIndex(of: "="), !content.hasPrefix("#") {
        let key = Self.joined(content[..<equals])
        places[section.isEmpty ? key : section + "." + key] = place
      }
    }
  }

  /// The place of a key such as `styles.list.selected`, else of the nearest table around it.
  func place(of path: String) -> Place {
    var path = path[...]
    while !path.isEmpty {
      if let place = places[String(path)] { return place }
      path = path.lastIndex(of: ".").map { path[..<$0] } ?? ""
    }
    return Place(line: 1, column: 1)
  }

  /// A key without quotes and the spaces around its dots.
  private static func joined(_ key: Substring) -> String {
    key.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
  }
}
