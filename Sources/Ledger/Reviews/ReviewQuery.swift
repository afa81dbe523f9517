public import AmendsPolicy

/// In which order reviews are listed.
public enum ReviewOrder: String, Sendable, CaseIterable {
  /// What hurts most first: units at risk, then fewest stars, then newest.
  case urgency
  /// Newest first.
  case newest
  /// Oldest first.
  case oldest
  /// Fewest stars first, then newest.
  case stars

  /// The order in words, as the header shows it.
  public var words: String {
    switch self {
    case .urgency: "most urgent first"
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .stars: "fewest stars first"
    }
  }
}

/// Whether the writer of a review may be contacted, as a filter asks it.
public enum ContactFilter: String, Sendable, CaseIterable {
  /// May be written to now, quiet hours aside.
  case ready
  /// Waits for the interval to end.
  case cooling
  /// Wrote last and waits for an answer.
  case due
  /// Silence: too many unanswered, opted out, do not contact, complaint.
  case never
}

/// Whether snoozed reviews are wanted, or all others.
public enum SnoozeFilter: String, Sendable, CaseIterable {
  /// Those that are not snoozed, or are no more.
  case awake
  /// Those that are snoozed.
  case snoozed
}

/// Which reviews are asked for; every part that is set must hold.
public struct ReviewFilter: Hashable, Sendable {
  /// The states of work wanted; `nil` for any.
  public var states: Set<ReviewState>?
  /// The stars wanted.
  public var stars: ClosedRange<Int>
  /// Whether snoozed reviews are wanted, or all others; `nil` for both.
  public var snooze: SnoozeFilter?
  /// The kind wanted.
  public var kind: ItemKind?
  /// The cause wanted.
  public var cause: CauseFilter?
  /// The child ASIN wanted.
  public var asin: String?
  /// The order wanted.
  public var order: String?
  /// The customer wanted.
  public var customer: CustomerID?
  /// Whether the writer may be contacted.
  public var contact: ContactFilter?
  /// The least age wanted.
  public var olderThan: Span?
  /// The greatest age wanted.
  public var youngerThan: Span?
  /// Words to be found in text, name, order or ASIN; empty for any.
  ///
  /// The last may be the start of a word.
  public var search: String

  /// Everything that is negative, open and not snoozed, which is where the work starts.
  public static let inbox = ReviewFilter(states: [.open, .queued], stars: 1...3, snooze: .awake)

  /// Every review of the desk.
  public static let everything = ReviewFilter(states: nil, stars: 1...5)

  /// A filter on states, stars and snoozes, to be narrowed further.
  public init(
    states: Set<ReviewState>?,
    stars: ClosedRange<Int>,
    snooze: SnoozeFilter? = nil
  ) {
    self.states = states
    self.stars = stars
    self.snooze = snooze
    search = ""
  }
}

/// Which causes a filter wants.
public enum CauseFilter: Hashable, Sendable {
  /// One cause.
  case one(Cause)
  /// No cause judged yet.
  case unjudged
}

/// From where on, and in which direction, a page of reviews is read.
public enum PageStart: Hashable, Sendable {
  /// The first reviews of the order.
  case first
  /// The last reviews of the order.
  case last
  /// What stands at a place and follows it: reads a page again.
  case at(PagePosition)
  /// What follows a place.
  case after(PagePosition)
  /// What precedes a place.
  case before(PagePosition)
}

/// Some neighbouring rows of an ordered list.
public struct ReviewPage: Hashable, Sendable {
  /// The rows, in the list's order whatever direction they were read in.
  public var rows: [ReviewRow]
  /// Whether the list goes on in the direction that was read.
  public var hasMore: Bool

  /// A page of rows.
  public init(rows: [ReviewRow], hasMore: Bool) {
    self.rows = rows
    self.hasMore = hasMore
  }
}

/// The figures of the inbox's header.
public struct DeskCounts: Hashable, Sendable {
  /// Open negative reviews that are not snoozed.
  public var open = 0
  /// Open negative reviews that are snoozed.
  public var snoozed = 0
  /// When the next snoozed review comes back; `nil` where none does by itself.
  public var nextWake: Instant?
  /// Customers whose oldest unanswered message falls due within the day; capped at 999.
  public var due = 0
  /// Customers whose oldest unanswered message has waited longer than ``ReplyClock/span``; capped at 999.
  public var overdue = 0
  /// When the next one will have waited that long; `nil` where none waits.
  public var nextOverdue: Instant?
  /// Outbox items that are held; capped at 999.
  public var held = 0
  /// Customers who cannot be written to yet because of the interval; capped at 999.
  public var cooling = 0
  /// Outbox items that wait to leave, or are held.
  public var outbox = 0
  /// Outbox items of which nobody knows whether they were sent.
  public var uncertain = 0
  /// What sending is frozen for, the oldest first; empty where messages may leave.
  public var freezes: [Freeze] = []

  /// No work at all.
  public init() {}
}
