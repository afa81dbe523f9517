import AmendsPolicy
import Ledger

@testable import Inbox

/// Pages as the desk reads them: by place, in the order asked for, never by number.
extension FakeDesk {
  func page(_ request: PageRequest, at now: Instant) -> ReviewPage {
    let all = list(request.filter, request.order, at: now)
    let limit = request.limit
    switch request.start {
    case .first: return ReviewPage(rows: Array(all.prefix(limit)), hasMore: all.count > limit)
    case .last: return ReviewPage(rows: Array(all.suffix(limit)), hasMore: all.count > limit)
    case .at(let place): return forward(all.filter { !Self.precedes($0.position, place) }, limit)
    case .after(let place): return forward(all.filter { Self.precedes(place, $0.position) }, limit)
    case .before(let place):
      let rest = all.filter { Self.precedes($0.position, place) }
      return ReviewPage(rows: Array(rest.suffix(limit)), hasMore: rest.count > limit)
    }
  }

  /// How many reviews a filter finds.
  func count(_ filter: ReviewFilter, at now: Instant) -> Int {
    rows.count { filter.fits($0.review, at: now) }
  }

  private func forward(_ rows: [ReviewRow], _ limit: Int) -> ReviewPage {
    ReviewPage(rows: Array(rows.prefix(limit)), hasMore: rows.count > limit)
  }

  /// The rows that fit, in their order, each with its place in it.
  private func list(
    _ filter: ReviewFilter,
    _ order: ReviewOrder,
    at now: Instant
  ) -> [ReviewRow] {
    rows.filter { filter.fits($0.review, at: now) }
      .map { row in
        var row = row
        row.position = Self.place(of: row, order)
        return row
      }
      .sorted { Self.precedes($0.position, $1.position) }
  }

  private static func place(of row: ReviewRow, _ order: ReviewOrder) -> PagePosition {
    let posted = row.review.postedAt.milliseconds
    let leading: Int64 =
      switch order {
      case .urgency: -Int64(row.unitsPerDay ?? 0)
      case .newest: -posted
      case .oldest: posted
      case .stars: Int64(row.review.rating)
      }
    return PagePosition(leading: leading, postedAt: -posted, number: row.review.id.number)
  }

  private static func precedes(_ first: PagePosition, _ second: PagePosition) -> Bool {
    (first.leading, first.postedAt, first.number)
      < (second.leading, second.postedAt, second.number)
  }
}

extension ReviewFilter {
  func fits(_ review: Review, at now: Instant) -> Bool {
    (states?.contains(review.state) ?? true) && stars.contains(review.rating)
      && (snooze == nil || (snooze == .snoozed) == (review.activeSnooze(at: now) != nil))
      && (search.isEmpty || words(of: review).contains(search.lowercased()))
  }

  private func words(of review: Review) -> String {
    "\(review.title) \(review.text) \(review.author) \(review.order ?? "")".lowercased()
  }
}
