/// A rule: what it looks for, how severe it is, and how it explains itself.
public struct Rule: Equatable, Sendable {
  /// The stable name.
  public var id: RuleID
  /// The level in the default case.
  public var severity: Severity
  /// Whether it counts.
  public var status: Status
  /// Levels for particular cases; the first that holds replaces `severity`.
  public var levels: [Level]
  /// What is looked for; each is enough.
  public var finds: [Pattern]
  /// Concepts of which one must be somewhere, else the rule applies.
  public var absent: [String]
  /// Whether it is about something that is not there, so that nothing is underlined.
  public var isLack: Bool
  /// A built-in detector that feeds the rule.
  public var detector: Detector?
  /// Rules that are not reported beside this one.
  public var excludes: [RuleID]
  /// A few words for a list.
  public var title: String
  /// The explanation; `{words}` is replaced by the words that matched.
  public var why: String
  /// A wording that would pass.
  public var rewrite: String
  /// The id of the source that is cited.
  public var cite: String
  /// Drafts that it must find and drafts that it must leave alone.
  public var examples: [Example]
  /// Where it is defined.
  public var origin: Origin

  /// Whether a rule counts.
  public enum Status: String, CaseIterable, Sendable, BitwiseCopyable {
    /// Its findings decide.
    case active
    /// It is on probation: its findings are kept in the report and decide nothing.
    case shadow
    /// It is kept for the record and never looked for.
    case retired
  }

  /// Makes a rule that looks for nothing yet.
  public init(id: RuleID, severity: Severity, origin: Origin) {
    self.id = id
    self.severity = severity
    self.status = .active
    self.levels = []
    self.finds = []
    self.absent = []
    self.isLack = false
    self.detector = nil
    self.excludes = []
    self.title = ""
    self.why = ""
    self.rewrite = ""
    self.cite = ""
    self.examples = []
    self.origin = origin
  }
}

/// A severity that holds in particular cases only.
public struct Level: Equatable, Sendable {
  /// The cases.
  public var when: Condition
  /// The severity there.
  public var severity: Severity

  /// Makes a level.
  public init(when: Condition, severity: Severity) {
    self.when = when
    self.severity = severity
  }
}

/// A look at the draft that is not made of concepts.
public enum Detector: String, CaseIterable, Sendable, BitwiseCopyable {
  /// E-mail addresses, telephone numbers, links and handles.
  case contact
  /// Shouting, emoji, HTML, punctuation, blank lines, left-over variables.
  case format
  /// A reply that names nothing of what the complaint is about.
  case acknowledgement
  /// More characters than the channel takes.
  case length
  /// A message that the shop begins, without the number of its order.
  case orderNumber = "order-number"
  /// What only the shop knows of the customer, in a reply that everybody reads.
  case personal
}
