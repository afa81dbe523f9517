public import AmendsPolicy

/// A second interpreter of rule packs: slow, without tables, written from the format's description.
///
/// It shares folding, cutting into sentences and the reading of disguised words with the engine; phrases,
/// constructions, guards, weights and rules it works out by itself. Where the two disagree, one is wrong.
public struct ReferenceInterpreter {
  /// What a rule says of a draft.
  public struct Opinion: Equatable, Sendable {
    /// The rule.
    public var rule: RuleID
    /// The bytes that its patterns match; empty where only weights speak.
    public var ranges: [Range<Int>]
  }

  private let language: String
  private let packs: [RulePack]
  private let policy: WordingPolicy
  private let groups: ReferenceGroups
  private let phrases: [Entry]
  /// The phrases that can begin with a word, by their places.
  private let starting: [String: [Int]]
  private let constructions: [Construction]

  /// A phrase and what it is for.
  private struct Entry {
    var use: Use
    var phrase: ReferencePhrase

    enum Use {
      case match(String)
      case mask(String)
      /// Hides everything.
      case allowed
      case sign(String)
    }
  }

  /// Reads the packs of a language, and those that serve every language.
  ///
  /// - Throws: `PackError` where a pack is at fault.
  public init(_ packs: [RulePack], language: String) throws {
    let own =
      packs.filter { $0.language == language }
      + packs.filter { $0.language == RulePack.anyLanguage }
    let policy = try WordingPolicy(packs: own)
    let read = { (phrase: String) in
      try ReferencePhrase(phrase) { try policy.steps(of: $0, language: language) }
    }
    var phrases: [Entry] = []
    for concept in own.flatMap(\.concepts) {
      for phrase in concept.match {
        phrases.append(Entry(use: .match(concept.name), phrase: try read(phrase)))
      }
      for phrase in concept.mask {
        phrases.append(Entry(use: .mask(concept.name), phrase: try read(phrase)))
      }
    }
    for phrase in own.flatMap(\.allowed) {
      phrases.append(Entry(use: .allowed, phrase: try read(phrase)))
    }
    for name in Set(own.flatMap(\.evidence).flatMap(\.phrases).map(\.name)) {
      phrases.append(Entry(use: .sign(name), phrase: try read(name)))
    }
    var starting: [String: [Int]] = [:]
    for (index, entry) in phrases.enumerated() {
      for word in entry.phrase.firstWords { starting[word, default: []].append(index) }
    }
    self.language = language
    self.packs = own
    self.policy = policy
    self.phrases = phrases
    self.starting = starting
    groups = ReferenceGroups(own)
    constructions = Self.ordered(own.flatMap(\.constructions))
  }

  /// Constructions in an order in which each comes after those that it is made of.
  private static func ordered(_ constructions: [Construction]) -> [Construction] {
    var waiting = constructions
    var done: [Construction] = []
    while !waiting.isEmpty {
      let open = waiting.map(\.name)
      let ready = waiting.filter { one in
        let names = one.patterns.flatMap { pattern in
          pattern.slots.joined() + pattern.guards.flatMap { $0.concepts + $0.stops }
        }
        return !names.contains { open.contains($0) && $0 != one.name }
      }
      done += ready
      waiting.removeAll { one in ready.contains { $0.name == one.name } }
    }
    return done
  }

  /// What the rules that count say of a draft, those that others exclude left out.
  ///
  /// - Throws: `PackError` where a pack is at fault.
  public func opinions(on text: String, in context: DraftContext) throws -> [Opinion] {
    var draft = try read(text, context)
    for message in context.earlier {
      var said = try read(message, context)
      addConstructions(to: &said)
      draft.earlier.formUnion(said.mentions.filter { !$0.value.isEmpty }.keys)
    }
    addConstructions(to: &draft)
    let rules = packs.flatMap(\.rules).filter { $0.status == .active }
    let found = rules.compactMap { rule in opinion(of: rule, on: draft).map { (rule, $0) } }
    let excluded = found.flatMap { $0.0.excludes }
    return found.map(\.1).filter { !excluded.contains($0.rule) }
  }

  // MARK: Phrases

  /// The words of a text and the phrases that stand in it.
  private func read(_ text: String, _ context: DraftContext) throws -> ReferenceDraft {
    let words = try policy.words(of: text, language: language).map { word in
      ReferenceWord(
        readings: [word.word, word.other].compactMap(\.self), sentence: word.sentence,
        clause: word.clause, range: word.range)
    }
    var draft = ReferenceDraft(words: words, context: context)
    let found = found(in: words)
    for (concept, ends) in found.matches {
      draft.mentions[concept] = Self.mentions(ends) { start, end in
        found.isHidden(start, end, concept)
      }
    }
    for (name, ends) in found.signs {
      let stands = ends.contains { !found.isHidden($0.key, $0.value, nil) }
      if stands { draft.signs.insert(name) }
    }
    return draft
  }

  /// Everything that phrases match: for each concept and sign the longest match from each word.
  private struct Found {
    var matches: [String: [Int: Int]] = [:]
    var signs: [String: [Int: Int]] = [:]
    var masks: [String: [ClosedRange<Int>]] = [:]
    var allowed: [ClosedRange<Int>] = []

    func isHidden(_ start: Int, _ end: Int, _ concept: String?) -> Bool {
      let own = concept.flatMap { masks[$0] } ?? []
      return (allowed + own).contains { $0.lowerBound <= start && $0.upperBound >= end }
    }
  }

  private func found(in words: [ReferenceWord]) -> Found {
    var found = Found()
    for start in words.indices {
      for index in Set(words[start].readings.flatMap { starting[$0] ?? [] }) {
        let entry = phrases[index]
        for end in entry.phrase.ends(in: words, from: start) {
          switch entry.use {
          case .match(let name):
            found.matches[name, default: [:]][start] = max(
              end, found.matches[name]?[start] ?? end)
          case .sign(let name):
            found.signs[name, default: [:]][start] = max(end, found.signs[name]?[start] ?? end)
          case .mask(let name): found.masks[name, default: []].append(start...end)
          case .allowed: found.allowed.append(start...end)
          }
        }
      }
    }
    return found
  }

  /// The longest phrase from each word, without those that are hidden and those inside one before.
  private static func mentions(
    _ ends: [Int: Int], isHidden: (Int, Int) -> Bool
  ) -> [ReferenceMention] {
    var mentions: [ReferenceMention] = []
    for (start, end) in ends.sorted(by: { $0.key < $1.key }) where !isHidden(start, end) {
      if let last = mentions.last, last.last >= end { continue }
      mentions.append(
        ReferenceMention(first: start, last: end, leaves: [start...end], isConstruction: false))
    }
    return mentions
  }

  private func addConstructions(to draft: inout ReferenceDraft) {
    for construction in constructions {
      var mentions: [ReferenceMention] = []
      for pattern in construction.patterns {
        for match in draft.matches(of: pattern, groups) {
          let mention = ReferenceMention(
            first: match.map(\.first).min() ?? 0, last: match.map(\.last).max() ?? 0,
            leaves: match.flatMap(\.leaves), isConstruction: true)
          let isNew = !mentions.contains {
            $0.first == mention.first && $0.last == mention.last
          }
          if isNew { mentions.append(mention) }
        }
      }
      draft.mentions[construction.name] = mentions.sorted { $0.first < $1.first }
    }
  }

  // MARK: Rules

  private func opinion(of rule: Rule, on draft: ReferenceDraft) -> Opinion? {
    let matches = rule.finds.flatMap { draft.matches(of: $0, groups) }
    let isLacking =
      !rule.absent.isEmpty && draft.mentions(of: groups.members(of: rule.absent)).isEmpty
    if !matches.isEmpty || isLacking {
      return Opinion(rule: rule.id, ranges: Self.ranges(matches, draft))
    }
    return isWeighedEnough(rule.id, draft) ? Opinion(rule: rule.id, ranges: []) : nil
  }

  private func isWeighedEnough(_ rule: RuleID, _ draft: ReferenceDraft) -> Bool {
    let evidence = packs.flatMap(\.evidence).filter { $0.rule == rule }
    guard let last = evidence.last else { return false }
    let vetoes = groups.members(of: last.vetoes)
    guard draft.mentions(of: vetoes).isEmpty else { return false }
    let sum = evidence.flatMap { one in
      one.weights.filter { draft.mentions[$0.name]?.isEmpty == false }.map(\.hundredths)
        + one.phrases.filter { draft.signs.contains($0.name) }.map(\.hundredths)
    }.reduce(0, +)
    return sum >= last.threshold
  }

  private static func ranges(
    _ matches: [[ReferenceMention]], _ draft: ReferenceDraft
  ) -> [Range<Int>] {
    let leaves = matches.flatMap { $0.flatMap(\.leaves) }.map { leaf in
      let ranges = leaf.map { draft.words[$0].range }
      return (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
    }
    var merged: [Range<Int>] = []
    for range in leaves.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

/// Names that stand for several concepts.
struct ReferenceGroups {
  private var groups: [String: [String]] = [:]

  init(_ packs: [RulePack]) {
    for group in packs.flatMap(\.groups) { groups[group.name] = members(of: group.members) }
  }

  /// The concepts that names stand for.
  func members(of names: [String]) -> [String] { names.flatMap { groups[$0] ?? [$0] } }
}
