/// A set of words that is asked without allocating.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var table = WordTable()

  init(arrayLiteral words: String...) { self.init(words) }

  init(_ words: [String]) {
    for word in words { _ = table.intern(Array(word.utf8)) }
  }

  /// Whether the bytes from `from` to `to` spell a word of the set.
  func contains(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Bool {
    table.find(bytes, from, to) >= 0
  }
}
