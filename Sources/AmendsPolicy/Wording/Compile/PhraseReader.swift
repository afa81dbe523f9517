/// Turns a pack's phrase into word numbers, by the same folding as a draft.
enum PhraseReader {
  /// One step of a phrase.
  enum Step: Equatable {
    /// A word.
    case word(Int32)
    /// Up to three words of any kind.
    case gap
  }

  /// The steps of a plain phrase, whose words are added to the lexicon.
  static func read(_ phrase: String, _ lexicon: inout Lexicon) -> [Step] {
    phrase.split(separator: " ").flatMap { part -> [Step] in
      switch part {
      case "…", "...": [.gap]
      case "#": [.word(lexicon.number)]
      case "¤": [.word(lexicon.currency)]
      case "?", "%", "=", "→": [.word(lexicon.intern(Array(part.utf8)))]
      default: words(part, &lexicon)
      }
    }
  }

  private static func words(_ part: Substring, _ lexicon: inout Lexicon) -> [Step] {
    let text = Folder.fold(Array(part.utf8))
    return Splitter.split(text).flatMap { piece -> [Step] in
      let id = lexicon.intern(Array(text.bytes[Int(piece.from)..<Int(piece.to)]))
      return (lexicon.reading(of: id) ?? [id]).map { .word($0) }
    }
  }
}
