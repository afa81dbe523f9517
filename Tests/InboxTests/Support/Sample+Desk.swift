import AmendsPolicy
import Ledger
import Screen

@testable import Inbox

/// Desks to work at.
extension Sample {
  /// Every contact wording in the list, with figures in the header.
  static var desk: FakeDesk {
    var desk = FakeDesk()
    desk.rows = everyContact
    desk.counts.open = 214
    desk.counts.due = 9
    desk.counts.cooling = 3
    desk.counts.outbox = 5
    desk.counts.uncertain = 2
    desk.outbox = everyOutbox
    for row in desk.rows { desk.files[row.customer.id] = file(of: row) }
    return desk
  }

  /// The file of a row's customer, as bare as the row.
  static func file(of row: ReviewRow) -> CustomerFile {
    CustomerFile(
      customer: row.customer, keys: [row.customer.key], reviews: [row.review],
      timeline: [
        TimelineEntry(
          kind: .review(row.review.id, rating: row.review.rating), at: row.review.postedAt,
          text: row.review.title)
      ], events: [], outbox: row.outbox)
  }

  /// A desk with one review, whose customer has a story.
  static func desk(_ file: CustomerFile, draft: String? = nil) -> FakeDesk {
    var desk = FakeDesk()
    desk.rows = file.reviews.map { review in
      ReviewRow(
        review: review, customer: file.customer, product: "Harrowfinch Kettle 1.7L",
        outbox: file.outbox,
        position: PagePosition(leading: 0, postedAt: 0, number: review.id.number))
    }
    desk.counts.open = desk.rows.count
    desk.files[file.customer.id] = file
    if let draft, let review = file.reviews.first {
      desk.drafts[review.id] = Draft(
        id: DraftID("kept"), review: review.id, customer: file.customer.id, text: draft,
        cursor: draft.utf8.count, revision: 7, changedAt: now - .minutes(90))
    }
    return desk
  }

  /// A customer of whom nothing is known but one review.
  static let stranger = file([review(1, "J. Rivera", cause: .damaged)])

  /// A composer that is open on a review with a draft in it.
  static func composing(
    _ draft: String,
    file: CustomerFile = stranger,
    settings: InboxSettings = settings()
  ) -> Driver {
    var driver = Driver(desk(file), settings: settings)
    driver.press("c")
    driver.paste(draft)
    return driver
  }
}
