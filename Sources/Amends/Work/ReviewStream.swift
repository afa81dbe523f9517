import AmendsPolicy
import Ledger
import Store

/// Every review that a filter finds, page by page, with memory that does not grow with their number.
struct ReviewStream {
  private static let page = 500

  let store: DeskStore
  let filter: ReviewFilter
  let order: ReviewOrder
  let now: Instant

  /// Hands out the rows in order, no more than so many.
  ///
  /// - Throws: `DeskError` where the desk cannot be read.
  func forEach(limit: Int, _ body: (ReviewRow) -> Void) throws(DeskError) {
    var start = PageStart.first
    var left = limit
    while left > 0 {
      let page = try store.reviews(
        filter, order: order, from: start, limit: min(left, Self.page), now: now)
      for row in page.rows { body(row) }
      left -= page.rows.count
      guard page.hasMore, let last = page.rows.last else { return }
      start = .after(last.position)
    }
  }
}
