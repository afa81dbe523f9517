/// An example of a pack that does not come out as it says.
public struct ExampleFailure: Equatable, Sendable, CustomStringConvertible {
  /// Where the example, or the rule, is written.
  public var origin: Origin
  /// The rule.
  public var rule: RuleID
  /// What came out instead.
  public var reason: String

  /// Makes a failure.
  public init(origin: Origin, rule: RuleID, reason: String) {
    self.origin = origin
    self.rule = rule
    self.reason = reason
  }

  /// The failure in the compilers' form `file:line: rule: reason`.
  public var description: String { "\(origin): \(rule): \(reason)" }
}
