/// Turns the words of one language into tables.
struct ReviewCompiler {
  private let pack: ReviewPack
  private var phrases = PhraseCollector()
  private var negations: Set<Int32> = []
  private var meanings: [ReviewEngine.Meaning] = []

  private init(_ pack: ReviewPack) { self.pack = pack }

  /// Compiles a pack.
  ///
  /// - Throws: `PackError` with file and line where a phrase is at fault.
  static func compile(_ pack: ReviewPack) throws(PackError) -> ReviewEngine {
    var compiler = ReviewCompiler(pack)
    return try compiler.run()
  }

  private mutating func run() throws(PackError) -> ReviewEngine {
    phrases.read(pack.spellings)
    for word in pack.negations {
      for case .word(let id) in phrases.steps(of: word) { negations.insert(id) }
    }
    for list in pack.phrases { try add(list) }
    for list in pack.phrases { try addMask(of: list) }
    for (offset, words) in [pack.negations, pack.stops].enumerated() {
      let end = PhraseTrie.End(concept: Int32(meanings.count + offset), isMask: false)
      for word in words { phrases.add(word, end) }
    }
    phrases.lexicon.finish(critical: [])
    return ReviewEngine(
      language: pack.language, lexicon: phrases.lexicon,
      trie: PhraseTrie(phrases.trie, wordCount: phrases.lexicon.count), meanings: meanings)
  }

  /// Adds a list as two concepts: phrases that say “not” themselves, and others.
  private mutating func add(_ list: ReviewPhrases) throws(PackError) {
    let first = Int32(meanings.count)
    for isNegative in [false, true] {
      meanings.append(
        .init(subject: list.subject, weight: list.weight, isNegative: isNegative))
    }
    for line in list.match {
      let parts = try phrases.parts(of: line, list.name, list.origin)
      let concept = isNegative(parts) ? first + 1 : first
      phrases.add(parts, PhraseTrie.End(concept: concept, isMask: false))
    }
  }

  private func isNegative(_ parts: [[[PhraseReader.Step]]]) -> Bool {
    parts.joined().joined().contains { step in
      if case .word(let id) = step { negations.contains(id) } else { false }
    }
  }

  /// Adds what hides a list's subject, whatever the weight that was given to its words.
  private mutating func addMask(of list: ReviewPhrases) throws(PackError) {
    for line in list.mask {
      let parts = try phrases.parts(of: line, list.name, list.origin)
      for concept in meanings.indices where meanings[concept].subject == list.subject {
        phrases.add(parts, PhraseTrie.End(concept: Int32(concept), isMask: true))
      }
    }
  }
}

extension ReviewPhrases {
  /// The list's name in messages.
  fileprivate var name: String {
    switch subject {
    case .cause(let cause): cause.rawValue
    case .topic(let topic): topic.rawValue
    }
  }
}
