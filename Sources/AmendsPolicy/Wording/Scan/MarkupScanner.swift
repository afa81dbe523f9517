/// Finds HTML and variables that a template left unfilled.
enum MarkupScanner {
  private static let tags: Set<String> = [
    "a", "b", "i", "u", "p", "br", "hr", "em", "strong", "span", "div", "font", "img", "ul", "ol",
    "li", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "html", "body", "center", "style",
    "script", "small", "big", "s", "del", "mark", "sup", "sub",
  ]
  private static let longestVariable = 60

  static func scan(_ source: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < source.count {
      if let end = end(source, at) {
        ranges.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return ranges
  }

  private static func end(_ source: [UInt8], _ at: Int) -> Int? {
    switch source[at] {
    case UInt8(ascii: "<"):
      guard let tag = HTMLTag(source, at), isTag(source, at, tag.end) else { return nil }
      return tag.end
    case UInt8(ascii: "&"): return HTMLEntity(source, at)?.end
    case UInt8(ascii: "{"): return variable(source, at)
    default: return nil
    }
  }

  private static func isTag(_ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let inside = source[(start + 1)..<(end - 1)]
    if inside.starts(with: "!--".utf8) { return true }
    let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { $0 > 0x20 && $0 != 0x2F }
    return tags.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static func variable(_ source: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < source.count, source[at + 1] == UInt8(ascii: "{") else { return nil }
    let limit = min(source.count - 1, at + longestVariable)
    guard at + 2 < limit else { return nil }
    let close = (at + 2..<limit).first {
      source[$0] == UInt8(ascii: "}") && source[$0 + 1] == UInt8(ascii: "}")
    }
    return close.map { $0 + 2 }
  }
}
