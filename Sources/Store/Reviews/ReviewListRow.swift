import AmendsPolicy
import GRDB
import Ledger

/// Reads the lines of the list.
enum ReviewListRow {
  static let columns = """
    \(Reviews.columns), \(CustomerRow.columns("customer")),
    product.title, product.units_per_day, product.recent,
    waiting.id, waiting.review, waiting.state, waiting.leaves_at, waiting.reason
    """

  static let joins = """
    CROSS JOIN review ON review.id = page.id
    CROSS JOIN customer ON customer.id = review.customer
    LEFT JOIN product ON product.asin = review.asin
    LEFT JOIN outbox AS waiting ON waiting.customer = customer.id AND waiting.\(WorkSchema.live)
    """

  static func row(_ row: Row) -> ReviewRow {
    let review = Reviews.review(row)
    let product = Reviews.width + CustomerRow.width
    return ReviewRow(
      review: review, customer: CustomerRow.customer(row, at: Reviews.width),
      product: row[product] ?? "", unitsPerDay: row[product + 1],
      unitsByDay: units(row[product + 2]), outbox: summary(row, at: product + 3),
      position: PagePosition(
        leading: row[product + 8], postedAt: review.postedAt.milliseconds,
        number: review.id.number))
  }

  private static func units(_ text: String?) -> [Int] {
    (text ?? "").split(separator: ",").compactMap { Int($0) }
  }

  /// The item whose five columns begin at an index, if there is one.
  static func summary(_ row: Row, at start: Int) -> OutboxSummary? {
    guard let id: String = row[start] else { return nil }
    return OutboxSummary(
      id: OutboxID(id), review: ReviewID(row[start + 1]),
      state: OutboxState(rawValue: row[start + 2]) ?? .held,
      leavesAt: Instant(milliseconds: row[start + 3]), reason: row[start + 4])
  }
}
