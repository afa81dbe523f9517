/// A construction: its own concept, and its patterns by number.
struct CompiledConstruction: Sendable {
  var concept: Int32
  var patterns: Range<Int>
}

/// What is needed to look for a rule: a plain value.
struct RuleHead: Sendable {
  /// Its patterns, by number.
  var finds: Range<Int>
  var detector: Detector?
  var status: Rule.Status
  /// Whether one of some concepts must be somewhere.
  var needsPresence: Bool
  /// Whether nothing is underlined.
  var isLack: Bool
}

/// A rule with everything that a finding says.
struct CompiledRule: Sendable {
  var rule: Rule
  var source: PolicySource
  var absent: [Int32]
  var why: WhyText

  func severity(in context: DraftContext) -> Severity {
    rule.levels.first { $0.when.holds(in: context) }?.severity ?? rule.severity
  }
}
