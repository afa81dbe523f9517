/// Concepts that stand together in a draft.
public struct Pattern: Equatable, Sendable {
  /// How far apart the slots may stand.
  public enum Scope: Equatable, Sendable, BitwiseCopyable {
    /// Within one clause.
    case clause
    /// Within this many sentences in a row; 1 is a single sentence.
    case sentences(Int)
    /// Anywhere in the draft.
    case message
  }

  /// The concepts, each slot a choice.
  public var slots: [[String]]
  /// Whether the slots must stand in this order.
  public var isOrdered: Bool
  /// The most words between one slot and the next; nil for no limit.
  public var gap: Int?
  /// How far apart the slots may stand.
  public var scope: Scope
  /// What must hold of the case.
  public var when: Condition
  /// Whether the match must begin its clause, as an instruction does.
  public var opensClause: Bool
  /// Concepts that own earlier messages of the case must hold, each a choice.
  public var earlier: [[String]]
  /// What excuses the match.
  public var guards: [Guard]
  /// Where it is defined.
  public var origin: Origin

  /// Makes a pattern.
  public init(
    slots: [[String]],
    isOrdered: Bool = false,
    gap: Int? = nil,
    scope: Scope = .sentences(1),
    when: Condition = Condition(),
    opensClause: Bool = false,
    earlier: [[String]] = [],
    guards: [Guard] = [],
    origin: Origin
  ) {
    self.slots = slots
    self.isOrdered = isOrdered
    self.gap = gap
    self.scope = scope
    self.when = when
    self.opensClause = opensClause
    self.earlier = earlier
    self.guards = guards
    self.origin = origin
  }
}

/// A concept that is found by patterns over other concepts.
public struct Construction: Equatable, Sendable {
  /// The name that later constructions and rules use.
  public var name: String
  /// Each pattern is enough.
  public var patterns: [Pattern]
  /// Where it is defined.
  public var origin: Origin

  /// Makes a construction.
  public init(name: String, patterns: [Pattern], origin: Origin) {
    self.name = name
    self.patterns = patterns
    self.origin = origin
  }
}

/// What must hold of the case; what is nil does not matter.
public struct Condition: Equatable, Sendable {
  /// The kind of item.
  public var kind: ItemKind?
  /// Whether the matter was settled before.
  public var issueResolved: Bool?
  /// Whether the customer asked for a refund.
  public var askedForRefund: Bool?
  /// How strictly the draft is judged.
  public var profile: Profile?
  /// On which ways the draft may leave; empty where it does not matter.
  public var channels: [Channel]

  /// Makes a condition; without arguments it always holds.
  public init(
    kind: ItemKind? = nil,
    issueResolved: Bool? = nil,
    askedForRefund: Bool? = nil,
    profile: Profile? = nil,
    channels: [Channel] = []
  ) {
    self.kind = kind
    self.issueResolved = issueResolved
    self.askedForRefund = askedForRefund
    self.profile = profile
    self.channels = channels
  }
}
