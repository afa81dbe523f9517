import AmendsPolicy
import Ledger

/// What the last word of a typed filter may become.
struct FilterCompletion: Equatable {
  /// The text before the last word.
  let head: String
  /// The words that the last one may become; empty where none fits, or it is whole.
  let words: [String]
  private let word: String

  init(_ text: String) {
    let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    let word = text[start...].lowercased()
    head = String(text[..<start])
    self.word = word
    words = word.isEmpty ? [] : Self.candidates(word).filter { $0.hasPrefix(word) && $0 != word }
  }

  /// The text as far as it can only go on one way; `nil` where it cannot be completed.
  var completed: String? {
    guard let first = words.first else { return nil }
    let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    guard words.count == 1 else { return common.count > word.count ? head + common : nil }
    return head + (first.hasSuffix(":") ? first : first + " ")
  }

  private static let values: [(key: String, values: [String])] = [
    ("stars", []), ("cause", Cause.allCases.map(\.rawValue) + ["none"]),
    ("contact", ContactFilter.allCases.map(\.rawValue)),
    ("is", SnoozeFilter.allCases.map(\.rawValue) + ["any"]),
    ("state", ReviewState.allCases.map(\.rawValue) + ["any"]), ("kind", ["review", "feedback"]),
    ("age", []), ("asin", []), ("order", []),
  ]

  private static func candidates(_ word: String) -> [String] {
    guard let colon = word.firstIndex(of: ":") else { return values.map { "\($0.key):" } }
    let key = word[..<colon]
    return values.first { $0.key == key }?.values.map { "\(key):\($0)" } ?? []
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
