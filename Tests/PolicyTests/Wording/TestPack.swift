import AmendsPolicy

/// A small pack, so that the engine is tested apart from the packs that ship.
enum TestPack {
  static let origin = Origin(file: "test.toml", line: 1)

  static func concept(
    _ name: String, _ match: [String], mask: [String] = [], critical: Bool = false
  ) -> Concept {
    Concept(name: name, match: match, mask: mask, isCritical: critical, origin: origin)
  }

  static func rule(_ id: RuleID, _ finds: [Pattern] = [], severity: Severity = .block) -> Rule {
    var rule = Rule(id: id, severity: severity, origin: origin)
    rule.title = id.rawValue
    rule.why = "Because of {words}."
    rule.cite = "source"
    rule.finds = finds
    return rule
  }

  static func pack(_ concepts: [Concept], _ rules: [Rule]) -> RulePack {
    var pack = RulePack(id: "test", language: "en")
    pack.sources = [
      "source": PolicySource(title: "A page", url: "https://example.com", checked: "2026-01-10")
    ]
    pack.concepts = concepts
    pack.rules = rules
    return pack
  }

  static func pattern(
    _ slots: [String], ordered: Bool = true, gap: Int? = nil,
    scope: Pattern.Scope = .sentences(1), guards: [Guard] = []
  ) -> Pattern {
    Pattern(
      slots: slots.map { [$0] }, isOrdered: ordered, gap: gap, scope: scope, guards: guards,
      origin: origin)
  }

  /// What a second reader is given of a draft, its spelling undone by the words of `removal`.
  static func plain(_ draft: String) throws -> PlainDraft {
    try WordingPolicy(packs: [removal]).readerCases(of: draft).draft.draft
  }

  /// A pack that blocks "remove" near "review", disguised or not.
  static let removal = pack(
    [
      concept("REMOVE", ["remov{e,ed}", "take … down"], critical: true),
      concept("REVIEW", ["review{,s}"], mask: ["peer review"], critical: true),
      concept("NOT", ["not", "never"]),
      concept("BUT", ["but"]),
      concept("FILLER", ["please", "your", "the", "we", "will", "you", "of", "with"]),
    ],
    [
      rule(
        "removal",
        [
          pattern(
            ["REMOVE", "REVIEW"], ordered: false, gap: 3,
            guards: [
              Guard(
                id: "not", concepts: ["NOT"], place: .before, within: 4, stops: ["BUT"],
                origin: origin)
            ])
        ])
    ])

  /// The words that a policy underlines for a rule; nil where the rule does not apply.
  static func words(
    _ pack: RulePack, _ draft: String, rule: RuleID = "removal",
    in context: DraftContext = DraftContext()
  ) throws -> [String]? {
    let report = try WordingPolicy(packs: [pack]).check(draft, in: context)
    guard let finding = report.findings.first(where: { $0.rule == rule }) else { return nil }
    let bytes = Array(draft.utf8)
    return finding.ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
