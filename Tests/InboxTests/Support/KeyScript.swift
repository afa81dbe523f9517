import Screen
import Testing

/// Keys as the tests write them: letters as they are, others by name, such as `jj/broken<enter>`.
enum KeyScript {
  /// Reads the notation; `<lt>` is the sign that opens a name, and a name that is none fails the test.
  static func keys(_ text: String) -> [KeyPress] {
    var keys: [KeyPress] = []
    var rest = text[...]
    while let character = rest.first {
      guard character == "<", let end = rest.firstIndex(of: ">") else {
        keys.append(KeyPress(character))
        rest = rest.dropFirst()
        continue
      }
      let name = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
      if let key = name == "lt" ? KeyPress("<") : KeyPress(parsing: name) {
        keys.append(key)
      } else {
        Issue.record("“<\(name)>” is no key")
      }
    }
    return keys
  }
}
