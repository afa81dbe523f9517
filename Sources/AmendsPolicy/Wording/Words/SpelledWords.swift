/// Words that are written with their letters apart.
enum SpelledWords {
  typealias Word = (id: Int32, length: Int)

  private static let longest = 16
  /// A known word of so many letters tells that words are spelled; a longer one where other letters mean nothing.
  private static let telling = 3
  private static let tellingAmongOthers = 4

  /// The words that groups of single letters spell; empty where they are only letters.
  static func read(_ groups: [[UInt8]], _ lexicon: Lexicon) -> [Word] {
    var words: [Word] = []
    for group in groups {
      if let word = whole(group, lexicon) {
        words.append(word)
      } else {
        words += segmented(group, lexicon)
      }
    }
    let isWhole = words.allSatisfy { $0.id >= 0 }
    let least = isWhole ? telling : tellingAmongOthers
    return words.contains { $0.id >= 0 && $0.length >= least } ? words : []
  }

  private static func whole(_ group: [UInt8], _ lexicon: Lexicon) -> Word? {
    guard group.count > 1, group.count <= longest else { return nil }
    let exact = lexicon.exact(group, 0, group.count)
    if exact >= 0 { return (exact, group.count) }
    let near = lexicon.disguised(group)
    return lexicon.isCritical(near) ? (near, group.count) : nil
  }

  /// Cuts letters into known words, each time the longest that fits; a letter that begins none stands alone.
  private static func segmented(_ group: [UInt8], _ lexicon: Lexicon) -> [Word] {
    var words: [Word] = []
    var at = 0
    while at < group.count {
      let word = lexicon.table.longestWord(group, at, most: longest) ?? (-1, 1)
      words.append(word)
      at += word.length
    }
    return words
  }
}
