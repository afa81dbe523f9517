/// Turns the packs of one language into tables.
struct PackCompiler {
  private let language: String
  private let packs: [RulePack]
  private var phrases = PhraseCollector()
  private var names: [String: Int32] = [:]
  private var groups: [String: [Int32]] = [:]
  private var criticalWords: Set<Int32> = []
  private var signs: [String: Int32] = [:]
  private var table = PatternTable()

  private static let shortestCritical = 4

  private init(_ language: String, _ packs: [RulePack]) {
    self.language = language
    self.packs = packs
  }

  /// Compiles the packs of one language, and those that serve every language, which come last.
  static func compile(
    _ language: String, _ packs: [RulePack]
  ) throws(PackError) -> LanguageEngine {
    var compiler = PackCompiler(
      language,
      packs.filter { $0.language == language }
        + packs.filter { $0.language == RulePack.anyLanguage })
    return try compiler.run()
  }

  private mutating func run() throws(PackError) -> LanguageEngine {
    phrases.read(packs.flatMap(\.spellings))
    try readConcepts()
    for pack in packs {
      for word in pack.ordinary { _ = phrases.steps(of: word) }
    }
    for profile in LanguageProfile.all where profile.language == language {
      for word in profile.words { _ = phrases.steps(of: word) }
    }
    for emoji in EmojiWord.allCases { _ = phrases.lexicon.intern(Array(emoji.text.utf8)) }
    try readGroups()
    let constructions = try readConstructions()
    let rules = try readRules()
    let signs = try readSigns(rules)
    phrases.lexicon.finish(critical: criticalWords)
    return LanguageEngine(
      language: language, lexicon: phrases.lexicon,
      trie: PhraseTrie(phrases.trie, wordCount: phrases.lexicon.count),
      conceptNames: names.sorted { $0.value < $1.value }.map(\.key),
      patterns: table, constructions: constructions, heads: rules.map(\.head),
      rules: rules.map(\.rule), signs: signs,
      vocabulary: ComplaintVocabulary(
        stopWords: packs.flatMap(\.stopWords), synonyms: packs.flatMap(\.synonyms)),
      communicationConcepts: CommunicationConcepts(names))
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
    for phrase in packs.flatMap(\.allowed) {
      phrases.add(
        phrase, PhraseTrie.End(concept: PhraseTrie.End.everything, isMask: true))
    }
  }

  private mutating func read(
    _ lines: [String], _ id: Int32, isMask: Bool, of concept: Concept
  ) throws(PackError) {
    let end = PhraseTrie.End(concept: id, isMask: isMask)
    for line in lines {
      let parts = try phrases.parts(of: line, concept.name, concept.origin)
      phrases.add(parts, end)
      if concept.isCritical, !isMask { parts.joined().forEach { addCritical($0) } }
    }
  }

  private mutating func addCritical(_ steps: [PhraseReader.Step]) {
    for case .word(let id) in steps {
      if phrases.lexicon.table.word(id).count >= Self.shortestCritical { criticalWords.insert(id) }
    }
  }

  private mutating func readGroups() throws(PackError) {
    for group in packs.flatMap(\.groups) {
      guard names[group.name] == nil, groups[group.name] == nil else {
        throw PackError(origin: group.origin, reason: "“\(group.name)” is defined twice")
      }
      groups[group.name] = try ids(group.members, group.origin)
    }
  }

  private mutating func readConstructions() throws(PackError) -> [CompiledConstruction] {
    var new: Set<String> = []
    for one in packs.flatMap(\.constructions)
    where names[one.name] != nil || !new.insert(one.name).inserted {
      throw PackError(origin: one.origin, reason: "“\(one.name)” is defined twice")
    }
    var compiled: [CompiledConstruction] = []
    for construction in try ConstructionOrder.sorted(
      packs.flatMap(\.constructions))
    {
      let patterns = try compile(construction.patterns)
      let id = try define(construction.name, construction.origin)
      compiled.append(
        CompiledConstruction(
          concept: id, firstPattern: Int32(patterns.lowerBound),
          endPattern: Int32(patterns.upperBound)))
    }
    return compiled
  }

  /// Takes patterns into the table, and gives their numbers.
  private mutating func compile(_ patterns: [Pattern]) throws(PackError) -> Range<Int> {
    let from = table.heads.count
    for pattern in patterns { _ = table.add(pattern, try concepts(of: pattern)) }
    return from..<table.heads.count
  }

  private func concepts(of pattern: Pattern) throws(PackError) -> PatternConcepts {
    guard (1...PatternMatch.mostSlots).contains(pattern.slots.count) else {
      throw PackError(
        origin: pattern.origin,
        reason: "a pattern needs at least one concept, and has at most \(PatternMatch.mostSlots)")
    }
    var read = PatternConcepts(slots: [], earlier: [], guards: [])
    for slot in pattern.slots { read.slots.append(try ids(slot, pattern.origin)) }
    for slot in pattern.earlier { read.earlier.append(try ids(slot, pattern.origin)) }
    for excuse in pattern.guards {
      read.guards.append(
        PatternConcepts.Excuse(
          concepts: try ids(excuse.concepts, excuse.origin),
          stops: try ids(excuse.stops, excuse.origin)))
    }
    return read
  }

  private func ids(_ concepts: [String], _ origin: Origin) throws(PackError) -> [Int32] {
    var ids: [Int32] = []
    for name in concepts {
      if let members = groups[name] {
        ids += members
      } else if let id = names[name] {
        ids.append(id)
      } else {
        throw PackError(origin: origin, reason: missing(name))
      }
    }
    return ids
  }

  private func missing(_ name: String) -> String {
    "no concept “\(name)” is defined before this line for the language “\(language)”"
  }

  /// The weak signs of all packs: concepts by their number, phrases by numbers of their own.
  private mutating func readSigns(
    _ rules: [(head: RuleHead, rule: CompiledRule)]
  ) throws(PackError) -> SignTable {
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
        table.add(weight.hundredths, of: id, to: rule)
      }
      for phrase in evidence.phrases {
        table.add(phrase.hundredths, of: sign(phrase.name, &table), to: rule)
      }
    }
    table.finish()
    return table
  }

  /// The number of a phrase that is only a sign, which is added where it is new.
  private mutating func sign(_ phrase: String, _ table: inout SignTable) -> Int32 {
    if let id = signs[phrase] { return id }
    let id = table.add(phrase: phrase)
    signs[phrase] = id
    phrases.add(phrase, PhraseTrie.End(concept: id, isMask: false))
    return id
  }

  private mutating func readRules() throws(PackError) -> [(head: RuleHead, rule: CompiledRule)] {
    var compiled: [(head: RuleHead, rule: CompiledRule)] = []
    for rule in packs.flatMap(\.rules) {
      guard !compiled.contains(where: { $0.rule.id == rule.id }) else {
        throw PackError(origin: rule.origin, reason: "the rule “\(rule.id)” is defined twice")
      }
      compiled.append(try compile(localised(rule)))
    }
    for local in packs.flatMap(\.localRules)
    where !compiled.contains(where: { $0.rule.id == local.rule }) {
      throw PackError(origin: local.origin, reason: "“\(local.rule)” is no rule")
    }
    return compiled
  }

  /// The rule with its wording of this language.
  private func localised(_ rule: Rule) -> Rule {
    let own = packs.flatMap(\.localRules).first { $0.rule == rule.id && $0.rewrite != nil }
    var rule = rule
    rule.rewrite = own?.rewrite ?? rule.rewrite
    return rule
  }

  private mutating func compile(
    _ rule: Rule
  ) throws(PackError) -> (head: RuleHead, rule: CompiledRule) {
    guard let source = packs.lazy.compactMap({ $0.sources[rule.cite] }).first else {
      throw PackError(
        origin: rule.origin, reason: "\(rule.id) cites “\(rule.cite)”, which is no source")
    }
    let finds = try compile(rule.finds)
    let head = RuleHead(
      firstPattern: Int32(finds.lowerBound), endPattern: Int32(finds.upperBound),
      detector: rule.detector, status: rule.status,
      needsPresence: !rule.absent.isEmpty, isLack: rule.isLack)
    return (
      head,
      CompiledRule(rule, source: source, absent: try ids(rule.absent, rule.origin))
    )
  }
}
