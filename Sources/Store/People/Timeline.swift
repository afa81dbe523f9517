import AmendsPolicy
import GRDB
import Ledger

/// The parts of a person's timeline, each out of its own table.
enum Timeline {
  static func reviews(of customer: Int64, _ db: Database) throws -> [Review] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(Reviews.columns) FROM review WHERE customer = ?
        ORDER BY posted_at DESC, id DESC
        """,
      arguments: [customer]
    ).map { Reviews.review($0) }
  }

  /// A review was posted, and the shop's public reply under it, where there is one.
  static func entries(of reviews: [Review], _ db: Database) throws -> [TimelineEntry] {
    try reviews.flatMap { review in
      let headline = review.title.isEmpty ? review.text : review.title
      let posted = TimelineEntry(
        kind: .review(review.id, rating: review.rating), at: review.postedAt, text: headline,
        order: review.order)
      let reply = try String.fetchOne(
        db, sql: "SELECT public_reply FROM review WHERE id = ? AND public_reply <> ''",
        arguments: [review.id.number])
      let answered = reply.map {
        TimelineEntry(
          kind: .publicReply(review.id), at: review.postedAt, text: $0, order: review.order)
      }
      return [posted] + (answered.map { [$0] } ?? [])
    }
  }

  static func contacts(
    of customer: Int64,
    broken: [Int64: ContactLimit],
    _ db: Database
  ) throws -> [TimelineEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, kind, at, note, actor, channel, order_number, outbox FROM contact_event
        WHERE customer = ? AND \(LedgerSchema.counting) ORDER BY at, id
        """,
      arguments: [customer]
    ).compactMap { row in
      guard let kind = ContactEventKind(rawValue: row[1]) else { return nil }
      let isOwn = row[7] as String? != nil
      return TimelineEntry(
        kind: .contact(EventID(row[0]), kind), at: Instant(milliseconds: row[2]), text: row[3],
        actor: row[4], channel: row[5], order: row[6], broke: isOwn ? nil : broken[row[0]])
    }
  }

  static func notes(of customer: Int64, _ db: Database) throws -> [TimelineEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, at, note, actor FROM contact_event
        WHERE customer = ? AND kind IS 'note' AND retracted_at IS NULL ORDER BY at, id
        """,
      arguments: [customer]
    ).map {
      TimelineEntry(
        kind: .note(EventID($0[0])), at: Instant(milliseconds: $0[1]), text: $0[2], actor: $0[3])
    }
  }

  static func versions(of customer: Int64, _ db: Database) throws -> [TimelineEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT review.id, former.rating, former.replaced_at, former.title, former.text,
          former.is_removal
        FROM review JOIN review_version AS former ON former.review = review.id
        WHERE review.customer = ? AND former.is_news = 1 ORDER BY former.id
        """,
      arguments: [customer]
    ).map { row in
      let title: String = row[3]
      let review = ReviewID(row[0])
      return TimelineEntry(
        kind: row[5] ? .removedReview(review) : .changedReview(review, formerRating: row[1]),
        at: Instant(milliseconds: row[2]), text: title.isEmpty ? row[4] : title)
    }
  }

  /// The items that have not left; what has left is a contact.
  static func outbox(of customer: Int64, _ db: Database) throws -> [TimelineEntry] {
    try items(of: customer, db).map { item in
      TimelineEntry(
        kind: .outbox(item.id, item.state, leaves: item.leavesAt), at: item.queuedAt,
        text: item.text, actor: item.queuedBy, order: item.order)
    }
  }

  static func waiting(of customer: Int64, _ db: Database) throws -> OutboxSummary? {
    try items(of: customer, db).first.map {
      OutboxSummary(
        id: $0.id, review: $0.review, state: $0.state, leavesAt: $0.leavesAt, reason: $0.reason)
    }
  }

  private static func items(of customer: Int64, _ db: Database) throws -> [OutboxItem] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(OutboxRows.columns) FROM outbox
        WHERE customer IN (SELECT ?1 UNION ALL SELECT id FROM customer WHERE merged_into = ?1)
          AND \(WorkSchema.live) ORDER BY number
        """,
      arguments: [customer]
    ).map(OutboxRows.item)
  }
}
