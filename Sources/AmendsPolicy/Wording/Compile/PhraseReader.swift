/// Turns a pack's phrases into word numbers, by the same folding as a draft.
struct PhraseReader {
  /// One step of a phrase.
  enum Step: Equatable {
    /// A word.
    case word(Int32)
    /// Up to three words of any kind.
    case gap
  }

  /// The steps of words that were read before: phrases repeat their words.
  private var known: [Substring: [Step]] = [:]

  /// The steps of a plain phrase, whose words are added to the lexicon.
  mutating func read(_ phrase: String, _ lexicon: inout Lexicon) -> [Step] {
    var steps: [Step] = []
    for bytes in phrase.utf8.split(separator: UInt8(ascii: " ")) {
      let part = Substring(bytes)
      if let read = known[part] {
        steps += read
      } else {
        let read = Self.read(part, &lexicon)
        known[part] = read
        steps += read
      }
    }
    return steps
  }

  private static func read(_ part: Substring, _ lexicon: inout Lexicon) -> [Step] {
    switch part {
    case "…", "...": [.gap]
    case "#": [.word(lexicon.number)]
    case "¤": [.word(lexicon.currency)]
    case "?", "%", "=", "→": [.word(lexicon.intern(Array(part.utf8)))]
    default: words(part, &lexicon)
    }
  }

  private static func words(_ part: Substring, _ lexicon: inout Lexicon) -> [Step] {
    let text = Folder.fold(Array(part.utf8))
    return Splitter.split(text).flatMap { piece -> [Step] in
      let (from, to) = (Int(piece.from), Int(piece.to))
      let known = lexicon.exact(text.bytes, from, to)
      if let readings = lexicon.reading(of: known) { return readings.map { .word($0) } }
      guard let mark = Elision.mark(text.bytes, from, to) else {
        return [.word(lexicon.intern(Array(text.bytes[from..<to])))]
      }
      return [from..<mark, (mark + 1)..<to].map {
        .word(lexicon.intern(Array(text.bytes[$0])))
      }
    }
  }
}
