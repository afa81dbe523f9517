import Ledger

/// What explains the clocks of a customer, and of the review or the reply at hand.
struct WhyLayer: Equatable, Sendable {
  var customer: CustomerID
  var review: ReviewID
  /// The reply that it is asked for; `nil` where none is chosen.
  var reply: OutboxID?
  /// `nil` until it has been read.
  var file: CustomerFile?
  var scroll = BoxScroll()

  /// The review that it is asked for, as it is now.
  var currentReview: Review? { file?.reviews.first { $0.id == review } }
}
