/// What may be written to a customer: compiled rule packs that judge drafts.
///
/// An immutable value, cheap to copy and to share between threads. Any text is valid input.
public struct WordingPolicy: Sendable {
  private let shelf: EngineShelf
  private let guess = LanguageGuess()

  /// The least share of a draft's words, in hundredths, that a pack must know to have read it.
  private static let leastKnown = 30
  /// The same where the draft looks like another language: short and clumsy drafts may look like any.
  private static let leastKnownAgainst = 60

  /// A policy without a pack, which warns of every draft that nothing was checked.
  public init() { shelf = EngineShelf([]) { _ in [] } }

  /// Compiles rule packs; the packs of one language share their concepts.
  ///
  /// - Throws: `PackError` where a pack is at fault, with file and line.
  public init(packs: [RulePack]) throws(PackError) {
    var languages: [String] = []
    for pack in packs
    where pack.language != RulePack.anyLanguage && !languages.contains(pack.language) {
      languages.append(pack.language)
    }
    self.init(languages: languages) { _ in packs }
    for language in languages { try prepare(language) }
  }

  /// A policy whose packs are loaded and compiled for each language when a draft first needs it.
  ///
  /// A language whose packs turn out to be at fault counts as not covered: whoever has packs that may be at fault
  /// prepares their languages first.
  ///
  /// - Parameters:
  ///   - languages: The languages that are covered, as primary subtags.
  ///   - keeper: Where compiled languages are kept between starts; nil for nowhere.
  ///   - packs: The packs of a language, with those that serve every language.
  public init(
    languages: [String], keeper: (any EngineKeeper)? = nil,
    packs: @escaping @Sendable (_ language: String) throws(PackError) -> [RulePack]
  ) {
    shelf = EngineShelf(languages, keeper: keeper, load: packs)
  }

  private init(_ shelf: EngineShelf) { self.shelf = shelf }

  /// The languages that the packs cover, as primary subtags.
  public var languages: [String] { shelf.languages }

  /// Loads and compiles the packs of a language now.
  ///
  /// - Throws: `PackError` where one is at fault, with file and line.
  public func prepare(_ language: String) throws(PackError) { _ = try shelf.engine(language) }

  /// The engine of a language.
  ///
  /// - Throws: `PackError` where its packs are at fault.
  func prepared(_ language: String) throws(PackError) -> LanguageEngine {
    try shelf.engine(language)
  }

  /// The same policy, in which the guard of this id excuses nothing: to show what a guard is for.
  public func without(guard id: String) -> WordingPolicy {
    WordingPolicy(shelf.without(guard: id))
  }

  /// Judges one draft.
  ///
  /// - Parameters:
  ///   - draft: The draft; any text is valid.
  ///   - context: The case.
  ///   - second: What a second reader makes of it; nil for the rules alone.
  /// - Returns: The verdict with everything that was found.
  public func check(
    _ draft: String, in context: DraftContext = DraftContext(), second: SecondOpinion? = nil
  ) -> DraftReport {
    let source = Array(draft.utf8)
    let text = Folder.fold(source)
    let pieces = Splitter.split(text)
    let told = guess.language(of: text, pieces)
    let customer = context.language.map(LanguageTag.primary)
    guard let engine = engine(told: told, customer: customer) else {
      return DraftReport(
        findings: [BuiltInFinding.unchecked(told)], language: told, isCovered: false)
    }
    let analysed = engine.analyse(source, text, pieces, context)
    let runner = RuleRunner(engine: engine, draft: analysed)
    let known = LanguageEngine.knownShare(analysed.tokens)
    let isTold = (told ?? engine.language) == engine.language
    let isCovered = known >= (isTold ? Self.leastKnown : Self.leastKnownAgainst)
    let language = isCovered ? engine.language : told
    let warnings = languageFindings(language, customer: customer, isCovered: isCovered)
    guard isCovered else {
      return DraftReport(
        findings: runner.neutralFindings() + warnings, language: language, isCovered: false)
    }
    let repetitive = analysed.index.isCapped ? [BuiltInFinding.repetitive] : []
    let found = second.map { runner.findings(with: $0) } ?? runner.findings()
    return DraftReport(
      findings: repetitive + found + warnings, language: language, isCovered: true,
      shadow: engine.hasShadow ? runner.findings(.shadow) : [],
      communication: engine.communication(of: analysed))
  }

  /// What the analysis sees in a draft; nil where no pack covers its language.
  public func reading(
    of draft: String, in context: DraftContext = DraftContext()
  ) -> DraftReading? {
    let source = Array(draft.utf8)
    let text = Folder.fold(source)
    let pieces = Splitter.split(text)
    let told = guess.language(of: text, pieces)
    guard let engine = engine(told: told, customer: context.language.map(LanguageTag.primary))
    else { return nil }
    return engine.reading(of: engine.analyse(source, text, pieces, context))
  }

  /// What a second reader is given of a draft; its spelling is undone by the words of its language, where a pack covers it.
  public func readerCases(
    of draft: String, in context: DraftContext = DraftContext()
  ) -> ReaderCases {
    let alone = ReaderCase(plain(draft, context), context)
    guard !context.earlier.isEmpty else { return ReaderCases(draft: alone) }
    let before = context.earlier.map { plain($0, context) }
    var story = alone
    story.draft = PlainDraft.joined(before)
    return ReaderCases(
      draft: alone, history: ReaderCases.History(joined: alone.behind(before), before: story))
  }

  private func plain(_ draft: String, _ context: DraftContext) -> PlainDraft {
    let source = Array(draft.utf8)
    let text = Folder.fold(source)
    let pieces = Splitter.split(text)
    let told = guess.language(of: text, pieces)
    let engine = engine(told: told, customer: context.language.map(LanguageTag.primary))
    let lexicon = engine?.lexicon ?? Lexicon()
    return PlainReader.read(source, TokenReader.read(text, pieces, lexicon), lexicon)
  }

  /// The concepts that a language's packs see in a text, whatever language it looks like.
  func concepts(in text: String, language: String) -> [String] {
    guard let engine = try? shelf.engine(language) else { return [] }
    let source = Array(text.utf8)
    let folded = Folder.fold(source)
    let draft = engine.analyse(source, folded, Splitter.split(folded), DraftContext())
    return engine.reading(of: draft).concepts
  }

  /// The engine of the draft's language, else of the customer's, else any.
  private func engine(told: String?, customer: String?) -> LanguageEngine? {
    let covered = [told, customer].lazy.compactMap(\.self).first(where: languages.contains)
    let language = covered ?? languages.first
    return language.flatMap { try? shelf.engine($0) }
  }

  private func languageFindings(
    _ language: String?, customer: String?, isCovered: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    if !isCovered { findings.append(BuiltInFinding.unchecked(language)) }
    if let language, let customer, language != customer {
      findings.append(BuiltInFinding.mismatch(draft: language, customer: customer))
    }
    return findings
  }
}
