/// Everything that a check found in one draft.
public struct DraftReport: Equatable, Sendable {
  /// The decision that follows from the findings.
  public var verdict: Verdict
  /// What was found, blocks first.
  public var findings: [Finding]
  /// The draft's language as a primary subtag; nil where it could not be told.
  public var language: String?
  /// Whether a pack covers that language.
  public var isCovered: Bool
  /// The points of a good reply, each with whether it is there; empty where no pack covers the language.
  public var communication: [CommunicationCheck]
  /// What rules on probation found, which decides nothing.
  public var shadow: [Finding]

  /// Makes a report; the verdict follows from the findings.
  public init(
    findings: [Finding], language: String?, isCovered: Bool, shadow: [Finding] = [],
    communication: [CommunicationCheck] = []
  ) {
    self.verdict = Verdict(worst: findings.map(\.severity).max())
    self.findings = findings
    self.language = language
    self.isCovered = isCovered
    self.shadow = shadow
    self.communication = communication
  }
}
