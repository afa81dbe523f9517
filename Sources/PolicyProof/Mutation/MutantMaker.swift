import AmendsPolicy

/// Makes every mutant of some packs.
struct MutantMaker {
  private let packs: [RulePack]
  private var mutants: [Mutant] = []

  private init(_ packs: [RulePack]) { self.packs = packs }

  /// Every mutant, in the order of the packs.
  static func mutants(of packs: [RulePack]) -> [Mutant] {
    var maker = MutantMaker(packs)
    for index in packs.indices {
      maker.addConcepts(index)
      maker.addConstructions(index)
      maker.addRules(index)
    }
    return maker.mutants
  }

  private mutating func add(
    _ kind: Mutant.Kind, _ origin: Origin, _ subject: String, in pack: Int,
    _ change: (inout RulePack) -> Void
  ) {
    var changed = packs
    change(&changed[pack])
    let language = packs[pack].language
    mutants.append(
      Mutant(
        kind: kind, origin: origin, subject: subject,
        language: language == RulePack.anyLanguage ? nil : language, packs: changed))
  }

  // MARK: Concepts

  /// Stands where phrases were: no draft holds it.
  private static let nothing = "zqxj zqxj"

  private mutating func addConcepts(_ pack: Int) {
    for (index, concept) in packs[pack].concepts.enumerated() {
      add(.phrases, concept.origin, concept.name, in: pack) {
        $0.concepts[index].match = [Self.nothing]
      }
      for (at, mask) in concept.mask.enumerated() {
        add(.mask, concept.origin, "\(concept.name) “\(mask)”", in: pack) {
          $0.concepts[index].mask.remove(at: at)
        }
      }
      if concept.isCritical {
        add(.critical, concept.origin, concept.name, in: pack) {
          $0.concepts[index].isCritical = false
        }
      }
    }
  }

  // MARK: Patterns

  private mutating func addConstructions(_ pack: Int) {
    for (index, construction) in packs[pack].constructions.enumerated() {
      for at in construction.patterns.indices {
        addPattern(construction.name, at, in: pack, \.constructions[index].patterns)
      }
    }
  }

  private mutating func addPattern(
    _ name: String, _ at: Int, in pack: Int, _ list: WritableKeyPath<RulePack, [Pattern]>
  ) {
    let pattern = packs[pack][keyPath: list][at]
    let slots = pattern.slots.map { $0.joined(separator: "|") }.joined(separator: " ")
    let subject = "\(name): \(slots)"
    if packs[pack][keyPath: list].count > 1 {
      add(.pattern, pattern.origin, subject, in: pack) { $0[keyPath: list].remove(at: at) }
    }
    for variant in PatternVariants.all(of: pattern) {
      add(variant.kind, pattern.origin, "\(subject) (\(variant.what))", in: pack) {
        $0[keyPath: list][at] = variant.pattern
      }
    }
  }

  // MARK: Rules

  private mutating func addRules(_ pack: Int) {
    for (index, rule) in packs[pack].rules.enumerated() where rule.status != .retired {
      let name = rule.id.rawValue
      for at in rule.finds.indices { addPattern(name, at, in: pack, \.rules[index].finds) }
      add(.severity, rule.origin, name, in: pack) {
        $0.rules[index].severity = rule.severity.other
      }
      for (at, level) in rule.levels.enumerated() {
        add(.severity, rule.origin, "\(name), level \(at + 1)", in: pack) {
          $0.rules[index].levels[at].severity = level.severity.other
        }
      }
      for (at, excluded) in rule.excludes.enumerated() {
        add(.exclusion, rule.origin, "\(name) excludes \(excluded)", in: pack) {
          $0.rules[index].excludes.remove(at: at)
        }
      }
    }
  }
}

extension Severity {
  /// The other of the two.
  fileprivate var other: Severity { self == .block ? .warn : .block }
}
