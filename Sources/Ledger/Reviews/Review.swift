public import AmendsPolicy

/// The identity of a review within one desk.
public struct ReviewID: Hashable, Comparable, Sendable {
  /// The number under which the desk keeps the review.
  public let number: Int64

  /// The review that the desk keeps under a number.
  public init(_ number: Int64) { self.number = number }

  /// Order by number.
  public static func < (first: ReviewID, second: ReviewID) -> Bool {
    first.number < second.number
  }
}

/// A product review or a seller feedback, as the marketplace shows it now, with the work done on it.
public struct Review: Hashable, Sendable {
  /// The identity within the desk.
  public var id: ReviewID
  /// What the marketplace, or its exporter, calls the review: the natural key within its kind.
  public var externalID: String
  /// Product review or seller feedback: different rules hold.
  public var kind: ItemKind
  /// Stars, 1 to 5.
  public var rating: Int
  /// The headline; empty for seller feedback.
  public var title: String
  /// The text; empty where only stars were left.
  public var text: String
  /// When it was posted.
  public var postedAt: Instant
  /// Who wrote it.
  public var customer: CustomerID
  /// The order, where one is known.
  public var order: String?
  /// The child ASIN, where one is known.
  public var asin: String?
  /// The name shown beside the review; empty where none is.
  public var author: String
  /// The language of the text as a primary subtag, where it was recognised.
  public var language: String?
  /// Why it is bad, as the agent judged; `nil` while nobody has.
  public var cause: Cause?
  /// Where the work on it stands.
  public var state: ReviewState
  /// Whether the marketplace calls the purchase verified; `nil` where no file has said.
  public var isVerified: Bool?
  /// Until when it was snoozed; it may be over.
  public var snooze: Snooze?

  /// A review with all its fields.
  public init(
    id: ReviewID,
    externalID: String,
    kind: ItemKind,
    rating: Int,
    title: String,
    text: String,
    postedAt: Instant,
    customer: CustomerID,
    order: String? = nil,
    asin: String? = nil,
    author: String = "",
    language: String? = nil,
    cause: Cause? = nil,
    state: ReviewState = .open,
    isVerified: Bool? = nil,
    snooze: Snooze? = nil
  ) {
    self.id = id
    self.externalID = externalID
    self.kind = kind
    self.rating = rating
    self.title = title
    self.text = text
    self.postedAt = postedAt
    self.customer = customer
    self.order = order
    self.asin = asin
    self.author = author
    self.language = language
    self.cause = cause
    self.state = state
    self.isVerified = isVerified
    self.snooze = snooze
  }

  /// What the reply must speak about: headline and text together.
  public var complaint: String {
    switch (title.isEmpty, text.isEmpty) {
    case (true, _): text
    case (_, true): title
    default: "\(title)\n\(text)"
    }
  }
}
