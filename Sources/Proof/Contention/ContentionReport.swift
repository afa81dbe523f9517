/// What came of the processes of one kind.
public struct ContentionFigures: Hashable, Sendable {
  /// How they contended.
  public let kind: RivalKind
  /// How often one of them wanted to write to a customer.
  public let attempts: Int
  /// How many messages left, by the log of leaving.
  public let left: Int
  /// How many attempts were refused.
  public let refused: Int
  /// How many attempts gave up, because the database was not to be had in time.
  public let failed: Int
  /// How many messages broke a limit.
  public let violations: Int
  /// The longest wait for the database, in milliseconds.
  public let worstWait: Double
  /// What 99 of 100 waits stayed within, in milliseconds.
  public let usualWait: Double
  /// Committed transactions a second.
  public let writesPerSecond: Int
  /// What is wrong with the database afterwards; `nil` where it is whole.
  public let damage: String?

  init(
    kind: RivalKind, _ tally: Tally, _ check: ContactCheck, damage: String?, seconds: Double
  ) {
    self.kind = kind
    attempts = tally.attempts
    left = check.contacts
    refused = tally.refused
    failed = tally.failed
    violations = check.violations
    worstWait = tally.waits.worst
    usualWait = tally.waits.share(0.99)
    writesPerSecond = Int(Double(tally.waits.writes) / seconds)
    self.damage = damage
  }
}

/// What a contention shows.
public enum ContentionVerdict: Hashable, Sendable {
  /// No limit was broken, and the control shows that it could have been.
  case held
  /// A limit was broken, or a database is damaged.
  case broken
  /// Nothing is shown: the control broke no limit either, or nothing left at all.
  case provesNothing
}

/// A contention with its control.
public struct ContentionReport: Hashable, Sendable {
  /// Who contended for whom.
  public let plan: ContentionPlan
  /// What came of each kind.
  public let figures: [ContentionFigures]

  /// A report on kinds that contended by the same plan.
  public init(plan: ContentionPlan, figures: [ContentionFigures]) {
    self.plan = plan
    self.figures = figures
  }

  /// What it shows.
  public var verdict: ContentionVerdict {
    let guarded = figures.filter { $0.kind != .careless }
    if guarded.contains(where: { $0.violations > 0 || $0.damage != nil }) { return .broken }
    let control = figures.first { $0.kind == .careless }
    guard let control, control.violations > 0, guarded.allSatisfy({ $0.left > 0 }) else {
      return .provesNothing
    }
    return .held
  }
}
