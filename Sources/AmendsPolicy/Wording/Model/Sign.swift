/// Weak evidence: words that break no rule alone, but lean a draft towards one.
///
/// Signs are kept in the report for a second reader, which weighs them together with its own reading.
public struct Sign: Equatable, Sendable {
  /// The sign's name in its pack.
  public var name: String
  /// The rule that it speaks for.
  public var rule: RuleID
  /// How much it says, in hundredths; negative where it speaks against.
  public var weight: Int
  /// Where it stands first, as UTF-8 byte offsets of the draft.
  public var range: Range<Int>

  /// Makes a sign.
  public init(name: String, rule: RuleID, weight: Int, range: Range<Int>) {
    self.name = name
    self.rule = rule
    self.weight = weight
    self.range = range
  }
}
