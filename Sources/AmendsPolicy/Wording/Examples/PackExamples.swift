/// Runs the examples that document rules, and the wordings that they propose.
public struct PackExamples {
  private let packs: [RulePack]
  private let policy: WordingPolicy

  /// Compiles the packs.
  ///
  /// - Throws: `PackError` where a pack is at fault.
  public init(_ packs: [RulePack]) throws(PackError) {
    self.packs = packs
    policy = try WordingPolicy(packs: packs)
  }

  /// How many examples there are.
  public var count: Int { examples.count }

  /// All examples and rewrites that do not come out as they should.
  public func failures() -> [ExampleFailure] {
    examples.compactMap { failure($0.example, $0.rule) }
      + rewrites.compactMap { rewriteFailure($0) }
  }

  /// The guards that no example is said to need.
  public func unprovenGuards() -> [String] {
    let patterns = packs.flatMap { pack in
      pack.constructions.flatMap(\.patterns) + pack.rules.flatMap(\.finds)
    }
    let proven = Set(examples.compactMap(\.example.kills))
    return patterns.flatMap(\.guards).map(\.id).filter { !proven.contains($0) }
  }

  /// The examples of all packs, with the language of the pack as the customer's.
  private var examples: [(rule: RuleID, example: Example)] {
    packs.flatMap { pack in
      let own = pack.rules.flatMap { rule in rule.examples.map { (rule.id, $0) } }
      let local = pack.localRules.flatMap { rule in rule.examples.map { (rule.rule, $0) } }
      return (own + local).map { (rule: $0, example: pack.inItsLanguage($1)) }
    }
  }

  private func failure(_ example: Example, _ rule: RuleID) -> ExampleFailure? {
    let found = finding(policy, example, rule)
    let reason: String? =
      switch (example.expectation, found) {
      case (.pass, let finding?): "must pass, but \(words(finding, example)) is found"
      case (.pass, nil): example.kills.flatMap { idleGuard($0, example, rule) }
      case (.fail, nil): "must be found"
      case (.fail(let marked), let finding?) where !marked.isEmpty && marked != finding.ranges:
        "\(words(finding, example)) is underlined instead of the marked words"
      case (.fail, _): nil
      }
    return reason.map { ExampleFailure(origin: example.origin, rule: rule, reason: $0) }
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
      origin: rewrite.origin, rule: rewrite.rule, reason: "its own rewrite breaks \(rules)")
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
