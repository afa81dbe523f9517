/// Weak signs that are enough for a rule when their weights reach a sum.
public struct Evidence: Equatable, Sendable {
  /// The rule that the signs speak for.
  public var rule: RuleID
  /// The sum, in hundredths, from which the rule applies.
  public var threshold: Int
  /// Concepts and what each says, in hundredths; each counts once.
  public var weights: [Weight]
  /// Phrases and what each says, in hundredths; each counts once.
  public var phrases: [Weight]
  /// Concepts in whose presence the signs are not weighed.
  public var vetoes: [String]
  /// Where it is defined.
  public var origin: Origin

  /// What one concept or phrase says.
  public struct Weight: Equatable, Sendable {
    /// The concept's name, or the phrase.
    public var name: String
    /// Hundredths; negative where it speaks against.
    public var hundredths: Int

    /// Makes a weight.
    public init(_ name: String, hundredths: Int) {
      self.name = name
      self.hundredths = hundredths
    }
  }

  /// Makes an evidence list.
  public init(
    rule: RuleID, threshold: Int, weights: [Weight], phrases: [Weight] = [],
    vetoes: [String] = [], origin: Origin
  ) {
    self.rule = rule
    self.threshold = threshold
    self.weights = weights
    self.phrases = phrases
    self.vetoes = vetoes
    self.origin = origin
  }
}
