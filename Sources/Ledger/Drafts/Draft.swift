public import AmendsPolicy

/// The identity of a draft, made by whoever starts it, so that saving twice changes nothing.
public struct DraftID: Hashable, Sendable {
  /// A text unique among all drafts, such as a UUID.
  public let text: String

  /// The draft known by a unique text.
  public init(_ text: String) { self.text = text }
}

/// A reply that is being written; on disk from its first key.
public struct Draft: Hashable, Sendable {
  /// The identity.
  public var id: DraftID
  /// The review that it answers.
  public var review: ReviewID
  /// Who would get it.
  public var customer: CustomerID
  /// What is written so far.
  public var text: String
  /// Where the cursor stands, in UTF-8 bytes of the text.
  public var cursor: Int
  /// Counts up with every change; a save of an older revision is refused.
  public var revision: Int
  /// When it was last changed.
  public var changedAt: Instant

  /// A draft with all its fields.
  public init(
    id: DraftID,
    review: ReviewID,
    customer: CustomerID,
    text: String = "",
    cursor: Int = 0,
    revision: Int = 0,
    changedAt: Instant
  ) {
    self.id = id
    self.review = review
    self.customer = customer
    self.text = text
    self.cursor = cursor
    self.revision = revision
    self.changedAt = changedAt
  }
}
