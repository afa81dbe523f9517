/// Words that are written with their letters apart.
enum SpelledWords {
  typealias Word = (id: Int32, length: Int)

  private static let longest = 16

  /// The words that groups of single letters spell; empty where they are only letters.
  static func read(_ groups: [[UInt8]], _ lexicon: Lexicon) -> [Word] {
    var words: [Word] = []
    for group in groups {
      if let word = whole(group, lexicon) {
        words.append(word)
      } else {
        words += segmented(group, lexicon) ?? group.map { _ in (-1, 1) }
      }
    }
    return words.contains { $0.id >= 0 && $0.length > 2 } ? words : []
  }

  private static func whole(_ group: [UInt8], _ lexicon: Lexicon) -> Word? {
    guard group.count > 1, group.count <= longest else { return nil }
    let exact = lexicon.exact(group, 0, group.count)
    if exact >= 0 { return (exact, group.count) }
    let near = lexicon.disguised(group)
    return lexicon.isCritical(near) ? (near, group.count) : nil
  }

  /// Cuts letters into known words, each time the longest that fits.
  private static func segmented(_ group: [UInt8], _ lexicon: Lexicon) -> [Word]? {
    var words: [Word] = []
    var at = 0
    while at < group.count {
      guard let word = longestWord(group, at, lexicon) else { return nil }
      words.append(word)
      at += word.length
    }
    return words
  }

  private static func longestWord(_ group: [UInt8], _ at: Int, _ lexicon: Lexicon) -> Word? {
    for length in stride(from: min(longest, group.count - at), to: 0, by: -1) {
      let id = lexicon.exact(group, at, at + length)
      if id >= 0 { return (id, length) }
    }
    return nil
  }
}
