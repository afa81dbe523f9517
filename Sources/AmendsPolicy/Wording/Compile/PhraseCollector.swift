/// Collects the phrases of packs: their words in a lexicon, their steps in a tree.
struct PhraseCollector {
  /// The words of all phrases so far.
  var lexicon = Lexicon()
  /// The phrases so far.
  private(set) var trie = TrieBuilder()
  private var reader = PhraseReader()

  /// Takes in words that are read as others: what is added afterwards is read so.
  mutating func read(_ spellings: [Spelling]) {
    for spelling in spellings {
      let words = steps(of: spelling.reading).compactMap { step -> Int32? in
        if case .word(let id) = step { id } else { nil }
      }
      lexicon.addReading(
        of: lexicon.intern(Folder.fold(Array(spelling.word.utf8)).bytes), as: words)
    }
    reader = PhraseReader()
  }

  /// The steps of a plain phrase, whose words are added to the lexicon.
  mutating func steps(of phrase: String) -> [PhraseReader.Step] { reader.read(phrase, &lexicon) }

  /// Adds a plain phrase.
  mutating func add(_ phrase: String, _ end: PhraseTrie.End) { trie.add(steps(of: phrase), end) }

  /// The steps of each choice of each part of a line with choices in braces.
  ///
  /// - Throws: `PackError` where braces do not pair up, or the line stands for too many phrases.
  mutating func parts(
    of line: String, _ name: String, _ origin: Origin
  ) throws(PackError) -> [[[PhraseReader.Step]]] {
    try Self.choices(of: line, name, origin).map { part in part.map { steps(of: $0) } }
  }

  /// Adds every phrase that the choices of a line's parts make.
  mutating func add(_ parts: [[[PhraseReader.Step]]], _ end: PhraseTrie.End) {
    trie.add(parts, end)
  }

  private static func choices(
    of line: String, _ name: String, _ origin: Origin
  ) throws(PackError) -> [[String]] {
    do {
      return try PhraseExpansion.parts(line)
    } catch .unbalanced {
      throw PackError(
        origin: origin, reason: "“\(line)” in \(name): a brace has no partner")
    } catch {
      throw PackError(
        origin: origin, reason: "“\(line)” in \(name): more than \(PhraseExpansion.limit) phrases")
    }
  }
}
