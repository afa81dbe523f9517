import Ledger

/// What explains the clocks of a customer, and of the review or the reply at hand.
struct WhyLayer: Equatable, Sendable {
  var customer: CustomerID
  var review: ReviewID
  /// The reply that it is asked for; `nil` where none is chosen.
  var reply: OutboxID?
  /// `nil` until it has been read.
  var file: CustomerFile?
  /// The first line that is shown, where not all fit.
  var top = 0

  /// The review that it is asked for, as it is now.
  var currentReview: Review? { file?.reviews.first { $0.id == review } }

  /// The first line that is shown of so many in so many rows.
  func top(of count: Int, room: Int) -> Int { min(max(top, 0), max(0, count - room)) }
}
