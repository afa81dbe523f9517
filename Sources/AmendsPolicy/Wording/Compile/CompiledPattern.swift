/// A pattern with its concepts by number.
struct CompiledPattern: Sendable {
  var slots: [[Int32]]
  var isOrdered: Bool
  var gap: Int
  var scope: Pattern.Scope
  var when: Condition
  var opensClause: Bool
  var earlier: [[Int32]]
  var guards: [CompiledGuard]
}

extension CompiledPattern {
  /// The pattern without one of its guards.
  func without(guard id: String) -> CompiledPattern {
    var pattern = self
    pattern.guards.removeAll { $0.id == id }
    return pattern
  }
}

/// A guard with its concepts by number.
struct CompiledGuard: Sendable {
  var id: String
  var concepts: [Int32]
  var place: Guard.Place
  var within: Int
  var slot: Int?
  var stops: [Int32]
  var when: Condition
}

/// A construction with its concepts by number.
struct CompiledConstruction: Sendable {
  var concept: Int32
  var patterns: [CompiledPattern]
}

/// A weak sign: a concept, or a phrase, and what it says for one rule.
struct CompiledSign: Sendable {
  /// The concept, or, from the number of concepts on, the phrase.
  var concept: Int32
  var name: String
  /// The rule's index among the rules.
  var rule: Int
  var hundredths: Int
}

/// A rule with its concepts by number.
struct CompiledRule: Sendable {
  var rule: Rule
  var source: PolicySource
  var finds: [CompiledPattern]
  var absent: [Int32]

  func severity(in context: DraftContext) -> Severity {
    rule.levels.first { $0.when.holds(in: context) }?.severity ?? rule.severity
  }
}
