/// Turns the packs of one language into tables.
struct PackCompiler {
  private let packs: [RulePack]
  private var lexicon = Lexicon()
  private var reader = PhraseReader()
  private var names: [String: Int32] = [:]
  private var trie = TrieBuilder()
  private var criticalWords: Set<Int32> = []
  private var signs: [String: Int32] = [:]

  private static let shortestCritical = 4

  private init(_ packs: [RulePack]) { self.packs = packs }

  /// Compiles the packs of one language.
  static func compile(_ packs: [RulePack]) throws(PackError) -> LanguageEngine {
    var compiler = PackCompiler(packs)
    return try compiler.run()
  }

  private mutating func run() throws(PackError) -> LanguageEngine {
    readSpellings()
    reader = PhraseReader()
    try readConcepts()
    for pack in packs {
      for word in pack.ordinary { _ = reader.read(word, &lexicon) }
    }
    let language = packs.first?.language ?? ""
    for profile in LanguageProfile.all where profile.language == language {
      for word in profile.words { _ = reader.read(word, &lexicon) }
    }
    for emoji in EmojiWord.allCases { _ = lexicon.intern(Array(emoji.text.utf8)) }
    let constructions = try readConstructions()
    let rules = try readRules()
    let signs = try readSigns(rules)
    lexicon.finish(critical: criticalWords)
    return LanguageEngine(
      language: language, lexicon: lexicon,
      trie: PhraseTrie(trie, wordCount: lexicon.count), conceptCount: names.count,
      constructions: constructions, rules: rules, signs: signs,
      vocabulary: ComplaintVocabulary(
        stopWords: packs.flatMap(\.stopWords), synonyms: packs.flatMap(\.synonyms)))
  }

  private mutating func readSpellings() {
    for spelling in packs.flatMap(\.spellings) {
      let words = reader.read(spelling.reading, &lexicon).compactMap { step -> Int32? in
        if case .word(let id) = step { id } else { nil }
      }
      lexicon.addReading(of: lexicon.intern(Array(spelling.word.utf8)), as: words)
    }
  }

  private mutating func define(_ name: String, _ origin: Origin) throws(PackError) -> Int32 {
    guard names[name] == nil else {
      throw PackError(origin: origin, reason: "“\(name)” is defined twice")
    }
    let id = Int32(names.count)
    names[name] = id
    return id
  }

  private mutating func readConcepts() throws(PackError) {
    for concept in packs.flatMap(\.concepts) {
      let id = try define(concept.name, concept.origin)
      try read(concept.match, id, isMask: false, of: concept)
      try read(concept.mask, id, isMask: true, of: concept)
    }
  }

  private mutating func read(
    _ phrases: [String], _ id: Int32, isMask: Bool, of concept: Concept
  ) throws(PackError) {
    for phrase in phrases {
      for plain in try expand(phrase, concept) {
        let steps = reader.read(plain, &lexicon)
        trie.add(steps, PhraseTrie.End(concept: id, isMask: isMask))
        if concept.isCritical, !isMask { addCritical(steps) }
      }
    }
  }

  private func expand(_ phrase: String, _ concept: Concept) throws(PackError) -> [String] {
    do {
      return try PhraseExpansion.expand(phrase)
    } catch .unbalanced {
      throw PackError(
        origin: concept.origin, reason: "“\(phrase)” in \(concept.name): a brace has no partner")
    } catch {
      throw PackError(
        origin: concept.origin,
        reason: "“\(phrase)” in \(concept.name): more than \(PhraseExpansion.limit) phrases")
    }
  }

  private mutating func addCritical(_ steps: [PhraseReader.Step]) {
    for case .word(let id) in steps {
      if lexicon.table.word(id).count >= Self.shortestCritical { criticalWords.insert(id) }
    }
  }

  private mutating func readConstructions() throws(PackError) -> [CompiledConstruction] {
    var compiled: [CompiledConstruction] = []
    for construction in packs.flatMap(\.constructions) {
      var patterns: [CompiledPattern] = []
      for pattern in construction.patterns { patterns.append(try compile(pattern)) }
      let id = try define(construction.name, construction.origin)
      compiled.append(CompiledConstruction(concept: id, patterns: patterns))
    }
    return compiled
  }

  private func compile(_ pattern: Pattern) throws(PackError) -> CompiledPattern {
    var slots: [[Int32]] = []
    for slot in pattern.slots { slots.append(try ids(slot, pattern.origin)) }
    guard !slots.isEmpty else {
      throw PackError(origin: pattern.origin, reason: "a pattern needs at least one concept")
    }
    var guards: [CompiledGuard] = []
    for excuse in pattern.guards { guards.append(try compile(excuse)) }
    return CompiledPattern(
      slots: slots, isOrdered: pattern.isOrdered, gap: pattern.gap ?? .max, scope: pattern.scope,
      when: pattern.when, guards: guards)
  }

  private func compile(_ excuse: Guard) throws(PackError) -> CompiledGuard {
    CompiledGuard(
      id: excuse.id, concepts: try ids(excuse.concepts, excuse.origin), place: excuse.place,
      within: excuse.within ?? .max, slot: excuse.slot,
      stops: try ids(excuse.stops, excuse.origin), when: excuse.when)
  }

  private func ids(_ concepts: [String], _ origin: Origin) throws(PackError) -> [Int32] {
    var ids: [Int32] = []
    for name in concepts {
      guard let id = names[name] else {
        throw PackError(origin: origin, reason: "no concept “\(name)” is defined before this line")
      }
      ids.append(id)
    }
    return ids
  }

  /// The weak signs of all packs: concepts by their number, phrases by numbers of their own.
  private mutating func readSigns(_ rules: [CompiledRule]) throws(PackError) -> SignTable {
    var table = SignTable(conceptCount: names.count, ruleCount: rules.count)
    for evidence in packs.flatMap(\.evidence) {
      guard let rule = rules.firstIndex(where: { $0.rule.id == evidence.rule }) else {
        throw PackError(
          origin: evidence.origin, reason: "“\(evidence.rule)” is no rule of this language")
      }
      table.setThreshold(
        evidence.threshold, vetoes: try ids(evidence.vetoes, evidence.origin), of: rule)
      for weight in evidence.weights {
        let id = try ids([weight.name], evidence.origin)[0]
        table.add(CompiledSign(weight, concept: id, rule: rule))
      }
      for phrase in evidence.phrases {
        table.add(CompiledSign(phrase, concept: sign(phrase.name), rule: rule))
      }
    }
    return table
  }

  /// The number of a phrase that is only a sign, which is added where it is new.
  private mutating func sign(_ phrase: String) -> Int32 {
    if let id = signs[phrase] { return id }
    let id = Int32(names.count + signs.count)
    signs[phrase] = id
    trie.add(reader.read(phrase, &lexicon), PhraseTrie.End(concept: id, isMask: false))
    return id
  }

  private func readRules() throws(PackError) -> [CompiledRule] {
    var compiled: [CompiledRule] = []
    for pack in packs {
      for rule in pack.rules { compiled.append(try compile(rule)) }
    }
    return compiled
  }

  private func compile(_ rule: Rule) throws(PackError) -> CompiledRule {
    guard let source = packs.lazy.compactMap({ $0.sources[rule.cite] }).first else {
      throw PackError(
        origin: rule.origin, reason: "\(rule.id) cites “\(rule.cite)”, which is no source")
    }
    var finds: [CompiledPattern] = []
    for pattern in rule.finds { finds.append(try compile(pattern)) }
    return CompiledRule(
      rule: rule, source: source, finds: finds, absent: try ids(rule.absent, rule.origin))
  }
}
