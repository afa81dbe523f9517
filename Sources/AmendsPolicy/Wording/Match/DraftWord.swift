/// A word of a draft as rules see it, spelled out: what a second interpreter of packs works on.
package struct DraftWord: Sendable {
  /// The word as phrases write it; nil for one that no phrase uses.
  package var word: String?
  /// A second reading, such as `#` for any number.
  package var other: String?
  /// The sentence and the clause that it stands in.
  package var sentence: Int
  package var clause: Int
  /// The source bytes.
  package var range: Range<Int>
}

extension WordingPolicy {
  /// The words of a draft in a language.
  ///
  /// - Throws: `PackError` where the language's packs are at fault.
  package func words(of draft: String, language: String) throws(PackError) -> [DraftWord] {
    let engine = try prepared(language)
    let text = Folder.fold(Array(draft.utf8))
    return TokenReader.read(text, Splitter.split(text), engine.lexicon).map { token in
      DraftWord(
        word: engine.lexicon.text(token.word), other: engine.lexicon.text(token.other),
        sentence: Int(token.sentence), clause: Int(token.clause),
        range: Int(token.start)..<Int(token.end))
    }
  }

  /// The words of one part of a phrase, folded and read as drafts are; nil stands for a gap.
  ///
  /// - Throws: `PackError` where the language's packs are at fault.
  package func steps(of part: String, language: String) throws(PackError) -> [String?] {
    var lexicon = try prepared(language).lexicon
    var reader = PhraseReader()
    return reader.read(part, &lexicon).map { step in
      if case .word(let id) = step { lexicon.text(id) } else { nil }
    }
  }
}

extension Lexicon {
  /// A word by its number; nil for -1.
  fileprivate func text(_ id: Int32) -> String? {
    id < 0 ? nil : String(decoding: table.word(id), as: UTF8.self)
  }
}
