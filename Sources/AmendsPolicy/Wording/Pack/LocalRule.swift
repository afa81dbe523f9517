/// What one language adds to a rule that serves every language: wordings and examples.
public struct LocalRule: Equatable, Sendable {
  /// The rule.
  public var rule: RuleID
  /// A wording of the language that would pass; nil where the rule's own stands.
  public var rewrite: String?
  /// Drafts that the rule must find and drafts that it must leave alone.
  public var examples: [Example]
  /// Where it is defined.
  public var origin: Origin

  /// Makes an addition.
  public init(rule: RuleID, rewrite: String?, examples: [Example], origin: Origin) {
    self.rule = rule
    self.rewrite = rewrite
    self.examples = examples
    self.origin = origin
  }
}
