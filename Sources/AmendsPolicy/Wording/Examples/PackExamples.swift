/// Runs the examples that document rules and concepts, and the wordings that rules propose.
public struct PackExamples: Sendable {
  private let packs: [RulePack]
  private let policy: WordingPolicy
  private let examples: [RuleExample]
  private let readings: [LanguageReading]

  /// An example of a rule.
  private struct RuleExample: Sendable {
    var rule: RuleID
    var example: Example
  }

  /// A text that documents a concept of a language.
  private struct LanguageReading: Sendable {
    var language: String
    var example: ConceptExample
  }

  /// Compiles the packs.
  ///
  /// - Throws: `PackError` where a pack is at fault.
  public init(_ packs: [RulePack]) throws(PackError) {
    self.packs = packs
    policy = try WordingPolicy(packs: packs)
    examples = Self.examples(of: packs)
    readings = packs.flatMap { pack in
      pack.conceptExamples.map { LanguageReading(language: pack.language, example: $0) }
    }
  }

  /// How many examples there are, of rules and of concepts.
  public var count: Int { examples.count + readings.count }

  /// All examples and rewrites that do not come out as they should.
  public func failures() -> [ExampleFailure] {
    examples.compactMap { failure($0.example, $0.rule) }
      + readings.compactMap { failure($0) } + rewrites.compactMap { rewriteFailure($0) }
  }

  /// Whether anything does not come out as it should: ends at the first, and leaves guards alone.
  public func hasFailure() -> Bool {
    readings.contains { failure($0) != nil }
      || examples.contains { mismatch($0.example, finding(policy, $0.example, $0.rule)) != nil }
      || rewrites.contains { rewriteFailure($0) != nil }
  }

  // MARK: Examples of rules

  /// The examples of all packs, with the language of the pack as the customer's.
  private static func examples(of packs: [RulePack]) -> [RuleExample] {
    packs.flatMap { pack -> [RuleExample] in
      let own = pack.rules.flatMap { rule in
        rule.examples.map { RuleExample(rule: rule.id, example: pack.inItsLanguage($0)) }
      }
      let local = pack.localRules.flatMap { rule in
        rule.examples.map { RuleExample(rule: rule.rule, example: pack.inItsLanguage($0)) }
      }
      return own + local
    }
  }

  private func failure(_ example: Example, _ rule: RuleID) -> ExampleFailure? {
    let found = finding(policy, example, rule)
    var reason = mismatch(example, found)
    if reason == nil, example.expectation == .pass, let id = example.kills {
      reason = idleGuard(id, example, rule)
    }
    return reason.map { ExampleFailure(origin: example.origin, subject: rule.rawValue, reason: $0) }
  }

  /// What a finding, or none, has against an example.
  private func mismatch(_ example: Example, _ found: Finding?) -> String? {
    switch (example.expectation, found) {
    case (.pass, let finding?): "must pass, but \(words(finding, example)) is found"
    case (.pass, nil): nil
    case (.fail, nil): "must be found"
    case (.fail(let marked), let finding?):
      if !marked.isEmpty, marked != finding.ranges {
        "\(words(finding, example)) is underlined instead of the marked words"
      } else if let severity = example.severity, severity != finding.severity {
        "is found as “\(finding.severity.rawValue)” instead of “\(severity.rawValue)”"
      } else {
        nil
      }
    }
  }

  private func finding(
    _ policy: WordingPolicy, _ example: Example, _ rule: RuleID
  ) -> Finding? {
    policy.check(example.draft, in: example.context).findings.first { $0.rule == rule }
  }

  /// Says so where an example would pass without the guard that it is there for.
  private func idleGuard(_ id: String, _ example: Example, _ rule: RuleID) -> String? {
    finding(policy.without(guard: id), example, rule) == nil
      ? "passes without the guard “\(id)” as well" : nil
  }

  private func words(_ finding: Finding, _ example: Example) -> String {
    let bytes = Array(example.draft.utf8)
    return finding.ranges.map { "“\(String(decoding: bytes[$0], as: UTF8.self))”" }
      .joined(separator: " … ")
  }

  // MARK: Examples of concepts

  private func failure(_ reading: LanguageReading) -> ExampleFailure? {
    let example = reading.example
    guard policy.languages.contains(reading.language) else { return nil }
    let isThere = policy.concepts(in: example.text, language: reading.language)
      .contains(example.concept)
    guard isThere != example.isThere else { return nil }
    return ExampleFailure(
      origin: example.origin, subject: example.concept,
      reason: isThere ? "is seen, and must not be" : "must be seen")
  }

  // MARK: Rewrites

  /// A wording that a rule proposes.
  private struct Rewrite {
    var rule: RuleID
    var text: String
    var language: String
    var origin: Origin
  }

  /// The rules' own wordings, which are English, and those of the languages.
  private var rewrites: [Rewrite] {
    packs.flatMap { pack -> [Rewrite] in
      let language = pack.language == RulePack.anyLanguage ? "en" : pack.language
      let own = pack.rules.map {
        Rewrite(rule: $0.id, text: $0.rewrite, language: language, origin: $0.origin)
      }
      let local = pack.localRules.map {
        Rewrite(rule: $0.rule, text: $0.rewrite ?? "", language: language, origin: $0.origin)
      }
      return (own + local).filter { !$0.text.isEmpty }
    }
  }

  private func rewriteFailure(_ rewrite: Rewrite) -> ExampleFailure? {
    guard policy.languages.contains(rewrite.language) else { return nil }
    let report = policy.check(rewrite.text, in: DraftContext(language: rewrite.language))
    guard report.verdict != .pass else { return nil }
    let rules = report.findings.map(\.rule.rawValue).joined(separator: ", ")
    return ExampleFailure(
      origin: rewrite.origin, subject: rewrite.rule.rawValue,
      reason: "its own rewrite breaks \(rules)")
  }
}

extension RulePack {
  /// An example whose customer speaks the pack's language, unless it says otherwise.
  fileprivate func inItsLanguage(_ example: Example) -> Example {
    guard language != Self.anyLanguage, example.context.language == nil else { return example }
    var example = example
    example.context.language = language
    return example
  }
}
