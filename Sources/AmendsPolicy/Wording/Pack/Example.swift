/// A draft that documents a rule and tests it.
public struct Example: Equatable, Sendable {
  /// What the rule must say.
  public enum Expectation: Equatable, Sendable {
    /// The rule must apply, and underline exactly these words; no ranges leave the words open.
    case fail([Range<Int>])
    /// The rule must not apply.
    case pass
  }

  /// The draft, without marks.
  public var draft: String
  /// What must come out.
  public var expectation: Expectation
  /// The case.
  public var context: DraftContext
  /// The guard without which a passing example fails.
  public var kills: String?
  /// The level at which a failing example must be found; nil where any will do.
  public var severity: Severity?
  /// Where it is written.
  public var origin: Origin

  /// Makes an example.
  public init(
    draft: String,
    expectation: Expectation,
    context: DraftContext = DraftContext(),
    kills: String? = nil,
    severity: Severity? = nil,
    origin: Origin
  ) {
    self.draft = draft
    self.expectation = expectation
    self.context = context
    self.kills = kills
    self.severity = severity
    self.origin = origin
  }
}
