/// Writes a phrase with choices in braces out into plain phrases.
enum PhraseExpansion {
  /// The most plain phrases that one line may stand for.
  static let limit = 2_048

  /// Why a phrase cannot be written out.
  enum Failure: Error {
    case unbalanced
    case tooMany
  }

  /// The choices of each part of a phrase that stands between blanks: `{a,b c} d{,s}` gives `a`, `b c` and `d`, `ds`.
  static func parts(_ phrase: String) throws(Failure) -> [[String]] {
    var parts: [[String]] = []
    var count = 1
    for part in split(phrase) {
      let choices = try expand(part)
      count *= choices.count
      guard count <= limit else { throw .tooMany }
      parts.append(choices)
    }
    return parts
  }

  /// The parts between the blanks that stand in no braces.
  private static func split(_ phrase: String) -> [String] {
    var parts: [String] = []
    var depth = 0
    var part: [UInt8] = []
    for byte in Array(phrase.utf8) + [UInt8(ascii: " ")] {
      if byte == open { depth += 1 } else if byte == close { depth -= 1 }
      guard byte == UInt8(ascii: " "), depth <= 0 else {
        part.append(byte)
        continue
      }
      if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
      part.removeAll(keepingCapacity: true)
    }
    if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
    return parts
  }

  /// The plain phrases: `{a,b} c` gives `a c` and `b c`; choices may hold choices.
  static func expand(_ phrase: String) throws(Failure) -> [String] {
    var rest = phrase.utf8[...]
    let phrases = try sequence(&rest, isNested: false)
    guard rest.isEmpty else { throw .unbalanced }
    return phrases
  }

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")
  private static let comma = UInt8(ascii: ",")

  private static func sequence(
    _ rest: inout Substring.UTF8View, isNested: Bool
  ) throws(Failure) -> [String] {
    var results = [""]
    while let next = rest.first {
      if isNested, next == comma || next == close { return results }
      if next == close { throw .unbalanced }
      if next == open {
        rest.removeFirst()
        results = try product(results, choices(&rest))
      } else {
        let plain = rest.prefix { $0 != open && $0 != close && !(isNested && $0 == comma) }
        rest = rest[plain.endIndex...]
        results = results.map { $0 + String(Substring(plain)) }
      }
    }
    guard !isNested else { throw .unbalanced }
    return results
  }

  private static func choices(_ rest: inout Substring.UTF8View) throws(Failure) -> [String] {
    var all: [String] = []
    while true {
      all += try sequence(&rest, isNested: true)
      if rest.removeFirst() == close { return all }
    }
  }

  private static func product(
    _ left: [String], _ right: [String]
  ) throws(Failure) -> [String] {
    guard left.count * right.count <= limit else { throw .tooMany }
    return left.flatMap { head in right.map { head + $0 } }
  }
}
