public import AmendsPolicy

/// The identity of an outbox item, made by whoever queues it, so that queueing twice changes nothing.
public struct OutboxID: Hashable, Sendable {
  /// A text unique among all items, such as a UUID.
  public let text: String

  /// The item known by a unique text.
  public init(_ text: String) { self.text = text }
}

/// A reply on its way out; recipient and text are frozen when it is queued.
public struct OutboxItem: Hashable, Sendable {
  /// The identity.
  public var id: OutboxID
  /// The draft that it was made of.
  public var draft: DraftID
  /// The review that it answers.
  public var review: ReviewID
  /// Who gets it.
  public var customer: CustomerID
  /// The relay address that it goes to; `nil` where only a person can hand it over.
  public var recipient: String?
  /// The order that its subject names.
  public var order: String?
  /// The frozen text.
  public var text: String
  /// Where it stands.
  public var state: OutboxState
  /// Why it is held or failed; empty otherwise.
  public var reason: String
  /// The rules whose warning the agent accepted on purpose when queueing.
  public var acceptedWarnings: [String]
  /// Whether it answers nothing that the person wrote.
  public var isProactive: Bool
  /// When it was queued, and by whom.
  public var queuedAt: Instant
  /// Who queued it.
  public var queuedBy: String
  /// Not before this instant does it leave: the undo time, or the end of a cooldown.
  public var leavesAt: Instant
  /// The newest inbound message when it was queued: a newer one holds the item.
  public var heardUntil: Instant?
  /// How often leaving was begun.
  public var attempts: Int
  /// How the attempts went.
  public var progress: OutboxProgress

  /// An item with all its fields.
  public init(
    id: OutboxID,
    draft: DraftID,
    review: ReviewID,
    customer: CustomerID,
    recipient: String?,
    order: String?,
    text: String,
    state: OutboxState = .queued,
    reason: String = "",
    acceptedWarnings: [String] = [],
    isProactive: Bool = false,
    queuedAt: Instant,
    queuedBy: String,
    leavesAt: Instant,
    heardUntil: Instant? = nil,
    attempts: Int = 0,
    progress: OutboxProgress = OutboxProgress()
  ) {
    self.id = id
    self.draft = draft
    self.review = review
    self.customer = customer
    self.recipient = recipient
    self.order = order
    self.text = text
    self.state = state
    self.reason = reason
    self.acceptedWarnings = acceptedWarnings
    self.isProactive = isProactive
    self.queuedAt = queuedAt
    self.queuedBy = queuedBy
    self.leavesAt = leavesAt
    self.heardUntil = heardUntil
    self.attempts = attempts
    self.progress = progress
  }
}

/// What the list and the timeline show of a live outbox item.
public struct OutboxSummary: Hashable, Sendable {
  /// The identity.
  public var id: OutboxID
  /// The review that it answers.
  public var review: ReviewID
  /// Where it stands.
  public var state: OutboxState
  /// When it leaves.
  public var leavesAt: Instant
  /// Why it is held; empty otherwise.
  public var reason: String

  /// A summary with all its parts.
  public init(
    id: OutboxID,
    review: ReviewID,
    state: OutboxState,
    leavesAt: Instant,
    reason: String
  ) {
    self.id = id
    self.review = review
    self.state = state
    self.leavesAt = leavesAt
    self.reason = reason
  }
}

/// One line of the outbox screen.
public struct OutboxRow: Hashable, Sendable {
  /// The item.
  public var item: OutboxItem
  /// Who gets it.
  public var customer: Customer
  /// Stars and headline of the review that it answers.
  public var rating: Int
  /// The headline of the review that it answers, or the start of its text.
  public var headline: String

  /// A line with all its parts.
  public init(item: OutboxItem, customer: Customer, rating: Int, headline: String) {
    self.item = item
    self.customer = customer
    self.rating = rating
    self.headline = headline
  }
}
