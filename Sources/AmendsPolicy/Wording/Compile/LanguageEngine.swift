/// Everything that judges drafts of one language: immutable, and shared by reference as it is large.
final class LanguageEngine: Sendable {
  let language: String
  let lexicon: Lexicon
  let trie: PhraseTrie
  /// The names of concepts and constructions, by number.
  let conceptNames: [String]
  let patterns: PatternTable
  let constructions: [CompiledConstruction]
  let heads: [RuleHead]
  let rules: [CompiledRule]
  let signs: SignTable
  let vocabulary: ComplaintVocabulary
  let communicationConcepts: CommunicationConcepts

  /// Whether there are rules on probation.
  let hasShadow: Bool

  var conceptCount: Int { conceptNames.count }

  init(
    language: String, lexicon: Lexicon, trie: PhraseTrie, conceptNames: [String],
    patterns: PatternTable, constructions: [CompiledConstruction], heads: [RuleHead],
    rules: [CompiledRule], signs: SignTable, vocabulary: ComplaintVocabulary,
    communicationConcepts: CommunicationConcepts
  ) {
    self.language = language
    self.lexicon = lexicon
    self.trie = trie
    self.conceptNames = conceptNames
    self.patterns = patterns
    self.constructions = constructions
    self.heads = heads
    self.rules = rules
    self.signs = signs
    self.vocabulary = vocabulary
    self.communicationConcepts = communicationConcepts
    hasShadow = heads.contains { $0.status == .shadow }
  }

  /// Takes an engine out of an image.
  convenience init(_ image: inout ImageReader) throws(ImageFault) {
    let language = try image.string()
    let lexicon = try Lexicon(&image)
    let trie = try PhraseTrie(&image)
    let names = try image.strings()
    let patterns = try PatternTable(&image)
    let constructions: [CompiledConstruction] = try image.values()
    let heads: [RuleHead] = try image.values()
    var rules: [CompiledRule] = []
    for _ in heads { rules.append(try CompiledRule(&image)) }
    self.init(
      language: language, lexicon: lexicon, trie: trie, conceptNames: names, patterns: patterns,
      constructions: constructions, heads: heads, rules: rules, signs: try SignTable(&image),
      vocabulary: try ComplaintVocabulary(&image), communicationConcepts: try image.value())
  }

  /// Puts the engine into an image.
  func write(to image: inout ImageWriter) {
    image.put(language)
    lexicon.write(to: &image)
    trie.write(to: &image)
    image.put(conceptNames)
    patterns.write(to: &image)
    image.put(constructions)
    image.put(heads)
    for rule in rules { rule.write(to: &image) }
    signs.write(to: &image)
    vocabulary.write(to: &image)
    image.put(value: communicationConcepts)
  }

  /// Reads a split draft: tokens, phrases, constructions.
  func analyse(
    _ source: [UInt8], _ text: FoldedText, _ pieces: [Piece], _ context: DraftContext
  ) -> AnalysedDraft {
    let tokens = TokenReader.read(text, pieces, lexicon)
    var draft = AnalysedDraft(
      source: source, context: context, caseMask: CaseMask(context), text: text, pieces: pieces,
      tokens: tokens,
      index: MentionFinder.find(trie, tokens, conceptCount: conceptCount))
    draft.earlier = earlierMessages(context)
    draft.isComplaintIgnored = vocabulary.isIgnored(
      complaint: context.complaint, by: text, pieces)
    for construction in constructions {
      draft.index.addComposites(
        construction.concept, draft.distinctMatches(of: construction.patterns, in: patterns))
    }
    return draft
  }

  private func signs(of draft: AnalysedDraft) -> [Sign] {
    signs.present(in: draft.index).map { sign in
      Sign(
        name: name(ofSign: sign.concept), rule: rules[Int(sign.weight.rule)].id,
        weight: Int(sign.weight.hundredths), range: draft.range(first(sign.concept, in: draft)))
    }
  }

  private func name(ofSign concept: Int32) -> String {
    Int(concept) < conceptCount
      ? conceptNames[Int(concept)] : signs.phrases[Int(concept) - conceptCount]
  }

  /// Where a concept or a phrase that is only a sign stands first.
  private func first(_ concept: Int32, in draft: AnalysedDraft) -> TokenSpan {
    if let span = draft.index.sign(concept) { return span }
    guard let index = draft.index.block(concept).first else { return TokenSpan(first: 0, last: 0) }
    let mention = draft.index.mentions[index]
    return TokenSpan(first: mention.first, last: mention.last)
  }

  /// What own earlier messages of the case hold, each read by itself.
  private func earlierMessages(_ context: DraftContext) -> EarlierMessages {
    var earlier = EarlierMessages()
    guard !context.earlier.isEmpty else { return earlier }
    var alone = context
    alone.earlier = []
    alone.complaint = ""
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
      sentences: draft.sentences(lexicon), signs: signs(of: draft),
      margins: RuleRunner(engine: self, draft: draft).margins())
  }

  /// The same engine, in which one guard excuses nothing.
  func without(guard id: String) -> LanguageEngine {
    var patterns = patterns
    patterns.switchOff(guard: id)
    return LanguageEngine(
      language: language, lexicon: lexicon, trie: trie, conceptNames: conceptNames,
      patterns: patterns, constructions: constructions, heads: heads, rules: rules, signs: signs,
      vocabulary: vocabulary, communicationConcepts: communicationConcepts)
  }

  /// The share of a draft's words that the lexicon knows, in hundredths.
  static func knownShare(_ tokens: [Token]) -> Int {
    let words = tokens.filter { $0.other < 0 }
    guard !words.isEmpty else { return 100 }
    return words.count { $0.word >= 0 } * 100 / words.count
  }
}

extension AnalysedDraft {
  /// The matches of several patterns, those that span the same words once.
  func distinctMatches(of numbers: Range<Int>, in table: PatternTable) -> [PatternMatch] {
    var all: [PatternMatch] = []
    for number in numbers {
      for match in matches(of: number, in: table)
      where !all.contains(where: { $0.first == match.first && $0.last == match.last }) {
        all.append(match)
      }
    }
    return all
  }
}
