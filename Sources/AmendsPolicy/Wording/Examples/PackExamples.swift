/// Runs the examples that document a pack's rules.
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

  /// All examples and rewrites that do not come out as they should.
  public func failures() -> [ExampleFailure] {
    packs.flatMap(\.rules).flatMap { rule in
      rule.examples.compactMap { failure($0, rule.id) } + rewriteFailure(rule)
    }
  }

  /// The guards that no example is said to need.
  public func unprovenGuards() -> [String] {
    let patterns = packs.flatMap { pack in
      pack.constructions.flatMap(\.patterns) + pack.rules.flatMap(\.finds)
    }
    let proven = packs.flatMap(\.rules).flatMap(\.examples).compactMap(\.kills)
    return patterns.flatMap(\.guards).map(\.id).filter { !proven.contains($0) }
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

  private func rewriteFailure(_ rule: Rule) -> [ExampleFailure] {
    guard !rule.rewrite.isEmpty else { return [] }
    let report = policy.check(rule.rewrite)
    guard report.verdict != .pass else { return [] }
    let rules = report.findings.map(\.rule.rawValue).joined(separator: ", ")
    return [
      ExampleFailure(
        origin: rule.origin, rule: rule.id, reason: "its own rewrite breaks \(rules)")
    ]
  }
}
