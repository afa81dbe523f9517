/// The question put to the contact limits.
public struct ContactRequest: Hashable, Sendable {
  /// When the message would leave.
  public var at: Instant
  /// Whether it answers nothing that the person wrote, even if there is something to answer.
  public var isProactive: Bool
  /// What is known of the order it is about; `nil` where it is about none.
  public var order: OrderStanding?

  /// Asks for a message at an instant; by default one that may answer what the person wrote last.
  public init(at instant: Instant, isProactive: Bool = false, order: OrderStanding? = nil) {
    at = instant
    self.isProactive = isProactive
    self.order = order
  }
}

/// One limit that holds, and for how long.
public struct ContactHold: Hashable, Sendable {
  /// The limit.
  public var limit: ContactLimit
  /// Since when it holds; `nil` where no fact began it.
  public var since: Instant?
  /// The instant at which it ends; `nil` where time alone will not end it.
  public var until: Instant?
  /// The reason in plain words, for the person who wants to write.
  public var reason: String

  /// A limit that holds until an instant, or for good, with its reason.
  public init(
    _ limit: ContactLimit, since: Instant? = nil, until: Instant?, reason: String
  ) {
    self.limit = limit
    self.since = since
    self.until = until
    self.reason = reason
  }
}

/// What the contact limits say to a request.
public struct ContactAnswer: Hashable, Sendable {
  /// Every limit that holds, the one that holds longest first; empty when the message may leave.
  public var holds: [ContactHold]
  /// The message of the person that this one would answer, if it would answer any.
  public var answering: Instant?

  /// An answer made of the limits that hold.
  public init(holds: [ContactHold], answering: Instant?) {
    self.holds = holds.sorted(by: ContactHold.longerFirst)
    self.answering = answering
  }

  /// Whether the message may leave at the instant asked about.
  public var isAllowed: Bool { holds.isEmpty }

  /// The limit that holds longest.
  public var limit: ContactLimit? { holds.first?.limit }

  /// The first instant that is free of every limit; `nil` when allowed, or when time alone will not free it.
  public var until: Instant? { holds.first?.until }

  /// Whether no waiting will make it possible to write.
  public var isForGood: Bool { !holds.isEmpty && until == nil }
}

extension ContactHold {
  /// Weightier first: what never ends before what ends, the gravest of those first; then the later end.
  static func longerFirst(_ first: ContactHold, _ second: ContactHold) -> Bool {
    switch (first.until, second.until) {
    case (nil, nil): first.limit.gravity > second.limit.gravity
    case (nil, _): true
    case (_, nil): false
    case (let one?, let other?): one > other
    }
  }
}

extension ContactLimit {
  var gravity: Int {
    switch self {
    case .complaint: 7
    case .doNotContact: 6
    case .optedOut: 5
    case .orderWindow: 4
    case .orderOnce: 3
    case .unanswered: 2
    case .interval: 1
    case .quietHours: 0
    }
  }
}
