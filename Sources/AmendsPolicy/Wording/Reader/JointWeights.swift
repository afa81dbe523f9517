/// How the rules' weak signs and a second reader's log odds are weighed together.
///
/// The weights are fitted by `amends reader weigh` on drafts that neither the reader nor the signs were trained on,
/// and belong to one training of the reader.
public struct JointWeights: Equatable, Sendable {
  /// The log odds that a draft breaks a rule, from what the reader and the signs say of it.
  public struct Sum: Equatable, Sendable {
    /// The log odds where everything else is zero.
    public var base: Double
    /// The weight of the reader's own log odds for the whole question.
    public var reader: Double
    /// The weight of its highest log odds among the rules that count.
    public var rules: Double
    /// The weight of the highest margin of the signs, in log odds, cut at `JointWeights.mostMargin` either way.
    public var signs: Double

    /// Makes a sum.
    public init(base: Double = 0, reader: Double = 0, rules: Double = 0, signs: Double = 0) {
      self.base = base
      self.reader = reader
      self.rules = rules
      self.signs = signs
    }

    /// The log odds.
    public func score(_ features: Features) -> Double {
      base + reader * features.reader + rules * features.rules + signs * features.signs
    }
  }

  /// What a sum weighs.
  public struct Features: Equatable, Sendable {
    /// The reader's own log odds for the whole question.
    public var reader: Double
    /// Its highest log odds among the rules that count.
    public var rules: Double
    /// The highest margin of the signs, in log odds.
    public var signs: Double
  }

  /// A rule that warns: its sum, and from which log odds it is told.
  public struct Warning: Equatable, Sendable {
    /// The rule.
    public var rule: RuleID
    /// What speaks for it.
    public var sum: Sum
    /// The log odds from which on it is told.
    public var threshold: Double

    /// Makes a warning.
    public init(rule: RuleID, sum: Sum, threshold: Double) {
      self.rule = rule
      self.sum = sum
      self.threshold = threshold
    }
  }

  /// The SHA-256 of the adapter that the weights belong to, in hexadecimal.
  public var adapter: String
  /// That the draft must be blocked.
  public var block: Sum
  /// From these log odds on a draft is blocked in the default profile; below, weak signs of the rules warn.
  public var blockFrom: Double
  /// From these log odds on a draft is blocked in the strict profile.
  public var strictBlockFrom: Double
  /// From these log odds on it gets a warning.
  public var warnFrom: Double
  /// Below these log odds of the reader alone, words that a rule blocks for warn instead of block.
  public var contradictedBelow: Double
  /// The rules that warn.
  public var warnings: [Warning]

  /// Signs say no more than this, in log odds.
  public static let mostMargin = 4.0

  /// Makes weights.
  public init(
    adapter: String, block: Sum, blockFrom: Double, strictBlockFrom: Double, warnFrom: Double,
    contradictedBelow: Double, warnings: [Warning]
  ) {
    self.adapter = adapter
    self.block = block
    self.blockFrom = blockFrom
    self.strictBlockFrom = strictBlockFrom
    self.warnFrom = warnFrom
    self.contradictedBelow = contradictedBelow
    self.warnings = warnings
  }
}

extension JointWeights.Features {
  /// The rules that block by themselves.
  public static let blocking: [ReaderOpinion.Output] = [
    .lureConditional, .lureImplied, .askPositive, .threatPressure, .privacyContact, .marketing,
  ]

  /// What speaks for a block.
  public static func block(_ opinion: ReaderOpinion, _ margins: [RuleID: Int]) -> Self {
    Self(
      reader: Double(opinion[.block]), rules: blocking.map { Double(opinion[$0]) }.max() ?? 0,
      signs: blocking.compactMap(\.rule).map { margin(of: $0, margins) }.max() ?? 0)
  }

  /// What speaks for one rule that warns.
  public static func warning(
    _ rule: RuleID, _ opinion: ReaderOpinion, _ margins: [RuleID: Int]
  ) -> Self {
    let output = ReaderOpinion.Output.allCases.first { $0.rule == rule }
    return Self(
      reader: Double(opinion[.finding]), rules: output.map { Double(opinion[$0]) } ?? 0,
      signs: margin(of: rule, margins))
  }

  /// The margin of a rule's signs in log odds; as low as it goes where a rule asks for none.
  private static func margin(of rule: RuleID, _ margins: [RuleID: Int]) -> Double {
    let most = JointWeights.mostMargin
    return margins[rule].map { max(-most, min(most, Double($0) / 100)) } ?? -most
  }
}
