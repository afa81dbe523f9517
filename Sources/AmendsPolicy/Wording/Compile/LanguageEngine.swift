/// Everything that judges drafts of one language.
struct LanguageEngine: Sendable {
  let language: String
  let lexicon: Lexicon
  let trie: PhraseTrie
  /// The names of concepts and constructions, by number.
  let conceptNames: [String]
  private(set) var constructions: [CompiledConstruction]
  private(set) var rules: [CompiledRule]
  let signs: SignTable
  let vocabulary: ComplaintVocabulary

  var conceptCount: Int { conceptNames.count }

  /// Reads a split draft: tokens, phrases, constructions.
  func analyse(
    _ source: [UInt8], _ text: FoldedText, _ pieces: [Piece], _ context: DraftContext
  ) -> AnalysedDraft {
    let tokens = TokenReader.read(text, pieces, lexicon)
    var draft = AnalysedDraft(
      source: source, context: context, text: text, pieces: pieces, tokens: tokens,
      index: MentionFinder.find(trie, tokens, conceptCount: conceptCount))
    draft.earlier = earlierMessages(context)
    for construction in constructions {
      let matches = construction.patterns.flatMap { PatternMatcher.find($0, in: draft) }
      draft.index.addComposites(construction.concept, Self.distinct(matches))
    }
    return draft
  }

  /// What own earlier messages of the case hold, each read by itself.
  private func earlierMessages(_ context: DraftContext) -> EarlierMessages {
    var earlier = EarlierMessages()
    guard !context.earlier.isEmpty else { return earlier }
    var alone = context
    alone.earlier = []
    for message in context.earlier {
      let source = Array(message.utf8)
      let text = Folder.fold(source)
      let read = analyse(source, text, Splitter.split(text), alone)
      earlier.add(read.index, conceptCount: conceptCount)
    }
    return earlier
  }

  /// What an analysed draft holds, by name.
  func reading(of draft: AnalysedDraft) -> DraftReading {
    DraftReading(
      language: language,
      concepts: conceptNames.indices.filter { draft.index.has(Int32($0)) }
        .map { conceptNames[$0] },
      sentences: draft.sentences(lexicon))
  }

  /// The same engine, in which one guard excuses nothing.
  func without(guard id: String) -> LanguageEngine {
    var engine = self
    for index in engine.constructions.indices {
      engine.constructions[index].patterns =
        constructions[index].patterns.map { $0.without(guard: id) }
    }
    for index in engine.rules.indices {
      engine.rules[index].finds = rules[index].finds.map { $0.without(guard: id) }
    }
    return engine
  }

  private static func distinct(_ matches: [PatternMatch]) -> [PatternMatch] {
    var seen: Set<UInt64> = []
    return matches.filter {
      seen.insert(UInt64(UInt32(bitPattern: $0.first)) << 32 | UInt64(UInt32(bitPattern: $0.last)))
        .inserted
    }
  }

  /// The share of a draft's words that the lexicon knows, in hundredths.
  static func knownShare(_ tokens: [Token]) -> Int {
    let words = tokens.filter { $0.other < 0 }
    guard !words.isEmpty else { return 100 }
    return words.count { $0.word >= 0 } * 100 / words.count
  }
}
