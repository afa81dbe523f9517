/// One rule that a draft breaks: where, why, and what to write instead.
public struct Finding: Equatable, Sendable {
  /// What a finding rests on.
  public enum Origin: String, CaseIterable, Sendable {
    /// What a detector sees: contact data, form, length, what is missing.
    case form
    /// Words that a rule spells out.
    case rule
    /// Weak signs that together outweigh what their rule allows.
    case signs
    /// The second reader's understanding of the whole draft.
    case reading
  }

  /// The rule.
  public var rule: RuleID
  /// What it rests on.
  public var origin: Origin
  /// What it does to the draft in this context.
  public var severity: Severity
  /// The words to underline: UTF-8 byte offsets of the draft, on scalar boundaries, sorted and apart.
  ///
  /// Empty where the finding is about something that is not there.
  public var ranges: [Range<Int>]
  /// A few words for a list.
  public var title: String
  /// Why the rule applies, with the words that matched.
  public var why: String
  /// A wording that would pass; empty where leaving the words out is all there is to do.
  public var rewrite: String
  /// Where the rule comes from.
  public var source: PolicySource

  /// Makes a finding.
  public init(
    rule: RuleID,
    origin: Origin = .rule,
    severity: Severity,
    ranges: [Range<Int>],
    title: String,
    why: String,
    rewrite: String,
    source: PolicySource
  ) {
    self.rule = rule
    self.origin = origin
    self.severity = severity
    self.ranges = ranges
    self.title = title
    self.why = why
    self.rewrite = rewrite
    self.source = source
  }
}
