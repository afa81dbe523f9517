import AmendsPolicy
import Ledger

/// One person: every review and everything that ever passed, with the countdown to the next contact.
struct CustomerScreen: Equatable, Sendable {
  var id: CustomerID
  /// The review that the screen was opened for.
  var review: ReviewID
  /// `nil` until it has been read.
  var file: CustomerFile?
  /// The selected line of the timeline, from the end: the newest one stays the newest.
  var fromEnd = 0
  var height = 10

  init(_ id: CustomerID, review: ReviewID) {
    self.id = id
    self.review = review
  }

  var currentReview: Review? {
    guard let reviews = file?.reviews else { return nil }
    return reviews.first { $0.id == review } ?? reviews.first
  }

  var timeline: [TimelineEntry] { file?.timeline ?? [] }

  var selectedIndex: Int? {
    timeline.isEmpty ? nil : max(0, timeline.count - 1 - fromEnd)
  }

  var selectedEntry: TimelineEntry? { selectedIndex.map { timeline[$0] } }

  mutating func step(_ steps: Int) {
    fromEnd = min(max(fromEnd - steps, 0), max(0, timeline.count - 1))
  }

  /// Takes in the file as it is now; a line that was gone to stays selected when others come behind it.
  mutating func take(_ file: CustomerFile) {
    let selected = fromEnd > 0 ? selectedEntry : nil
    self.file = file
    if let selected, let index = file.timeline.lastIndex(of: selected) {
      fromEnd = file.timeline.count - 1 - index
    }
    fromEnd = min(fromEnd, max(0, file.timeline.count - 1))
  }
}
