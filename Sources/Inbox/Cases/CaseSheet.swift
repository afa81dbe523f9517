import AmendsPolicy
import Ledger

/// A review or feedback that the marketplace is to look at: the evidence, and the text that says so.
struct CaseSheet: Sendable {
  var review: ReviewID
  var customer: CustomerID
  /// `nil` until it has been read.
  var file: CustomerFile?
  /// Reviews by others that say the very same.
  var sameTexts: [Review] = []
  /// Who fulfilled the order of a seller feedback, as the agent says.
  var fulfilment = Fulfilment.unknown
  /// The first line that is shown, where not all fit.
  var top = 0
  var height = 20

  init(_ review: Review) {
    self.review = review.id
    customer = review.customer
  }

  var currentReview: Review? { file?.reviews.first { $0.id == review } }

  /// The first line that is shown of so many.
  func top(of count: Int) -> Int { min(max(top, 0), max(0, count - height)) }

  /// Takes the next answer to the question who fulfilled the order.
  mutating func takeNextFulfilment() {
    let all = Fulfilment.allCases
    fulfilment = all[((all.firstIndex(of: fulfilment) ?? 0) + 1) % all.count]
  }
}
