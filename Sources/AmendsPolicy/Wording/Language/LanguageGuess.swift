/// Tells the language of a text by its script and its function words.
struct LanguageGuess: Sendable {
  private var table = WordTable()
  /// For each word, a bit for each of the profiles that use it.
  private var users: [UInt32] = []

  /// Two words that only one language uses, or more that it shares.
  private static let leastScore = 4

  init() {
    for (index, profile) in LanguageProfile.all.enumerated() {
      for word in profile.words {
        let id = Int(table.intern(Array(word.utf8)))
        if id == users.count { users.append(0) }
        users[id] |= 1 << UInt32(index)
      }
    }
  }

  /// The primary subtag; nil where the text says too little.
  func language(of text: FoldedText, _ pieces: [Piece]) -> String? {
    leader(scores(of: text, pieces)) ?? text.scripts.language
  }

  /// The languages that a word of the text speaks for, those with most such words first.
  func candidates(for text: FoldedText, _ pieces: [Piece]) -> [String] {
    let scores = scores(of: text, pieces)
    return scores.indices.filter { scores[$0] > 0 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }.map { LanguageProfile.all[$0].language }
  }

  private func scores(of text: FoldedText, _ pieces: [Piece]) -> [Int] {
    var scores = Array(repeating: 0, count: LanguageProfile.all.count)
    for piece in pieces where piece.kind == .word {
      let id = table.find(text.bytes, Int(piece.from), Int(piece.to), hash: piece.hash)
      guard id >= 0 else { continue }
      var rest = users[Int(id)]
      let weight = rest.nonzeroBitCount == 1 ? 2 : 1
      while rest != 0 {
        scores[rest.trailingZeroBitCount] += weight
        rest &= rest - 1
      }
    }
    return scores
  }

  /// The language that leads by half, and has said enough.
  private func leader(_ scores: [Int]) -> String? {
    var best = 0
    var second = 0
    for index in scores.indices.dropFirst() {
      if scores[index] > scores[best] {
        second = scores[best]
        best = index
      } else {
        second = max(second, scores[index])
      }
    }
    guard scores[best] >= Self.leastScore, scores[best] * 2 >= second * 3 else { return nil }
    return LanguageProfile.all[best].language
  }
}

/// Language tags.
enum LanguageTag {
  /// The primary subtag of a BCP-47 tag, in lower case.
  static func primary(_ tag: String) -> String {
    String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
  }
}
