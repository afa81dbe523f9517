/// Writes a phrase with choices in braces out into plain phrases.
enum PhraseExpansion {
  /// The most plain phrases that one line may stand for.
  static let limit = 2_048

  /// Why a phrase cannot be written out.
  enum Failure: Error {
    case unbalanced
    case tooMany
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
