/// One line of the inbox: a review with what decides whether, when and how urgently it is answered.
public struct ReviewRow: Hashable, Sendable {
  /// The review.
  public var review: Review
  /// Who wrote it, with the standing that the next contact depends on.
  public var customer: Customer
  /// What is sold under its ASIN; empty where no sales file has named it.
  public var product: String
  /// Units sold a day over the newest week of sales data; `nil` without any.
  public var unitsPerDay: Int?
  /// Units of each of the newest days with sales data, oldest first; at most 30.
  public var unitsByDay: [Int]
  /// The customer's live outbox item, if there is one.
  public var outbox: OutboxSummary?
  /// Where the row stands in the current order: the next page starts after it.
  public var position: PagePosition

  /// A row with all its parts.
  public init(
    review: Review,
    customer: Customer,
    product: String = "",
    unitsPerDay: Int? = nil,
    unitsByDay: [Int] = [],
    outbox: OutboxSummary? = nil,
    position: PagePosition
  ) {
    self.review = review
    self.customer = customer
    self.product = product
    self.unitsPerDay = unitsPerDay
    self.unitsByDay = unitsByDay
    self.outbox = outbox
    self.position = position
  }
}

/// A place in an ordered list of reviews, by the values that it is ordered by.
public struct PagePosition: Hashable, Sendable {
  /// The value of the order's leading column.
  public var leading: Int64
  /// When the review was posted, in milliseconds since the epoch.
  public var postedAt: Int64
  /// The review's number, which decides between equals.
  public var number: Int64

  /// A place by its three ordering values.
  public init(leading: Int64, postedAt: Int64, number: Int64) {
    self.leading = leading
    self.postedAt = postedAt
    self.number = number
  }
}
