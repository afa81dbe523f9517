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
    var rest = Substring(phrase)
    let phrases = try sequence(&rest, isNested: false)
    guard rest.isEmpty else { throw .unbalanced }
    return phrases
  }

  private static func sequence(
    _ rest: inout Substring, isNested: Bool
  ) throws(Failure) -> [String] {
    var results = [""]
    while let next = rest.first {
      if isNested, next == "," || next == "}" { return results }
      rest.removeFirst()
      switch next {
      case "{": results = try product(results, choices(&rest))
      case "}": throw .unbalanced
      default: results = results.map { $0 + String(next) }
      }
    }
    guard !isNested else { throw .unbalanced }
    return results
  }

  private static func choices(_ rest: inout Substring) throws(Failure) -> [String] {
    var all: [String] = []
    while true {
      all += try sequence(&rest, isNested: true)
      if rest.removeFirst() == "}" { return all }
    }
  }

  private static func product(
    _ left: [String], _ right: [String]
  ) throws(Failure) -> [String] {
    guard left.count * right.count <= limit else { throw .tooMany }
    return left.flatMap { head in right.map { head + $0 } }
  }
}
