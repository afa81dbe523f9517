public import AmendsPolicy

/// The identity of an entry of a timeline within one desk.
public struct EventID: Hashable, Comparable, Sendable {
  /// The number under which the desk keeps the entry.
  public let number: Int64

  /// The entry that the desk keeps under a number.
  public init(_ number: Int64) { self.number = number }

  /// Order by number.
  public static func < (first: EventID, second: EventID) -> Bool { first.number < second.number }
}

/// One line of a customer's timeline: everything that touched the person, over every channel.
public struct TimelineEntry: Hashable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// A fact that the contact limits look at, with its identity in the ledger.
    case contact(EventID, ContactEventKind)
    /// A note of the shop's own, never sent.
    case note(EventID)
    /// A review was posted.
    case review(ReviewID, rating: Int)
    /// A review's former text or rating, kept when it changed.
    case changedReview(ReviewID, formerRating: Int)
    /// The marketplace does not show a review any more.
    case removedReview(ReviewID)
    /// A reply that waits in the outbox.
    case outbox(OutboxID, OutboxState, leaves: Instant)
    /// A public reply that the marketplace shows.
    case publicReply(ReviewID)
  }

  /// What happened.
  public var kind: Kind
  /// When it happened.
  public var at: Instant
  /// The text that belongs to it: message, review headline, note.
  public var text: String
  /// Who of the shop did it; empty where that is unknown or it was not the shop.
  public var actor: String
  /// Over which channel; empty where unknown.
  public var channel: String
  /// The order that it belongs to.
  public var order: String?
  /// The limit that it broke, where a contact made elsewhere did.
  public var broke: ContactLimit?

  /// An entry with all its parts.
  public init(
    kind: Kind,
    at: Instant,
    text: String,
    actor: String = "",
    channel: String = "",
    order: String? = nil,
    broke: ContactLimit? = nil
  ) {
    self.kind = kind
    self.at = at
    self.text = text
    self.actor = actor
    self.channel = channel
    self.order = order
    self.broke = broke
  }
}

/// A fact about a person that is to be recorded.
public struct ContactRecord: Hashable, Sendable {
  /// Who it is about, by any key.
  public var customer: CustomerKey
  /// What happened, when, and for which order.
  public var event: ContactEvent
  /// Over which channel; empty where unknown.
  public var channel: String
  /// The zone in which the person lives, where this record says it.
  public var zone: String?
  /// What was written, or a remark; empty for nothing.
  public var note: String

  /// A fact about a person, with what is known around it.
  public init(
    customer: CustomerKey,
    event: ContactEvent,
    channel: String = "",
    zone: String? = nil,
    note: String = ""
  ) {
    self.customer = customer
    self.event = event
    self.channel = channel
    self.zone = zone
    self.note = note
  }
}

/// A person with everything that ever passed between the shop and them.
public struct CustomerFile: Hashable, Sendable {
  /// The person.
  public var customer: Customer
  /// Every key that the person is known by.
  public var keys: [CustomerKey]
  /// The person's reviews, newest first.
  public var reviews: [Review]
  /// The timeline, oldest first.
  public var timeline: [TimelineEntry]
  /// The facts that the contact limits look at, oldest first.
  public var events: [ContactEvent]
  /// The person's live outbox item, if there is one.
  public var outbox: OutboxSummary?

  /// A person's file with all its parts.
  public init(
    customer: Customer,
    keys: [CustomerKey],
    reviews: [Review],
    timeline: [TimelineEntry],
    events: [ContactEvent],
    outbox: OutboxSummary?
  ) {
    self.customer = customer
    self.keys = keys
    self.reviews = reviews
    self.timeline = timeline
    self.events = events
    self.outbox = outbox
  }
}
