import AmendsPolicy

/// A filter that cannot be read, with the place of the fault.
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The word at fault.
  public var word: String
  /// Where the word begins, in characters from 0.
  public var offset: Int
  /// What was expected instead.
  public var expected: String

  /// What is wrong, where, and what would be right.
  public var description: String {
    "“\(word)” at character \(offset + 1): expected \(expected)"
  }
}

extension ReviewFilter {
  /// Reads a filter as people type it, such as `stars:1..2 cause:damaged contact:ready age:<7d leak`.
  ///
  /// Words without a colon are searched for. Keys: `stars`, `cause`, `kind`, `state`, `is`, `contact`, `asin`,
  /// `order`, `age`. What is not said stays as in the filter started from; any state is snoozed or not.
  /// - Parameters:
  ///   - text: What was typed.
  ///   - base: The filter to narrow; the inbox's own where nothing is said.
  /// - Throws: ``FilterError`` naming the word, its place and what was expected.
  public init(_ text: String, narrowing base: ReviewFilter = .inbox) throws(FilterError) {
    self = base
    var words: [String] = []
    var keys: Set<String> = []
    for word in FilterWord.split(text) {
      guard let (key, value) = word.keyAndValue else {
        words.append(word.text)
        continue
      }
      try set(key, to: value, of: word)
      keys.insert(key)
    }
    if states == nil, !keys.contains("is") { snooze = nil }
    if !words.isEmpty { search = words.joined(separator: " ") }
  }

  private mutating func set(
    _ key: String,
    to value: String,
    of word: FilterWord
  ) throws(FilterError) {
    switch key {
    case "stars": stars = try FilterValue.stars(value, word)
    case "cause": cause = try FilterValue.cause(value, word)
    case "kind": kind = try FilterValue.kind(value, word)
    case "state": states = try FilterValue.states(value, word)
    case "is": snooze = try FilterValue.snooze(value, word)
    case "contact":
      guard let known = ContactFilter(rawValue: value) else {
        throw word.expected("contact:ready, contact:cooling, contact:due or contact:never")
      }
      contact = known
    case "asin": asin = value.uppercased()
    case "order": order = value
    case "age": try setAge(value, word)
    default:
      throw word.expected("one of stars: cause: kind: state: is: contact: asin: order: age:")
    }
  }

  private mutating func setAge(_ value: String, _ word: FilterWord) throws(FilterError) {
    let form = "age:<7d or age:>12h"
    guard let sign = value.first, sign == "<" || sign == ">",
      let span = TypedSpan.read(value.dropFirst())
    else { throw word.expected(form) }
    if sign == "<" { youngerThan = span } else { olderThan = span }
  }
}

/// A word of a typed filter and where it begins.
struct FilterWord {
  var text: String
  var offset: Int

  /// The parts around the first colon, the key in lower case; `nil` for a word to search for.
  var keyAndValue: (String, String)? {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    return (text[..<colon].lowercased(), String(text[text.index(after: colon)...]))
  }

  func expected(_ what: String) -> FilterError {
    FilterError(word: text, offset: offset, expected: what)
  }

  static func split(_ text: String) -> [FilterWord] {
    var words: [FilterWord] = []
    var offset = 0
    for part in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !part.isEmpty { words.append(FilterWord(text: String(part), offset: offset)) }
      offset += part.count + 1
    }
    return words
  }
}
