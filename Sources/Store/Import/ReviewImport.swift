import AmendsPolicy
import GRDB
import Ledger

/// Takes in reviews, one transaction long.
struct ReviewImport {
  let now: Instant
  private(set) var tally = ImportTally()
  private var products = ProductUnits()
  private var search = SearchIndex()
  private var addedByStars: [Int: Int] = [:]

  init(now: Instant) {
    self.now = now
  }

  /// Takes in one review; a known one is compared with what the desk has.
  mutating func take(
    _ review: ImportedReview,
    _ people: inout PersonResolver,
    _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredReview.columns) FROM review WHERE kind = ? AND external_id = ?")
    let row = try Row.fetchOne(statement, arguments: [review.kind.rawValue, review.externalID])
    guard let stored = row.map(StoredReview.init) else { return try add(review, &people, db) }
    let keys = review.keys
    let person = try people.person(keys, also: stored.customer, name: review.author, db)
    guard !person.isErased else { return leaveOut() }
    let merged = stored.merged(with: review)
    guard merged != stored else {
      tally.unchanged += 1
      return
    }
    try keepFormer(stored, unlessSameAs: merged, db)
    try update(merged, db)
    search.noteChange(from: stored, to: merged)
    if merged.isNews(against: stored) { try react(stored, person.customer, db) }
    tally.changed += 1
  }

  /// Counts the reviews and makes them findable; nothing may be taken in afterwards.
  func finish(_ db: Database) throws {
    for (rating, count) in addedByStars { try Counters.add(count, rating: rating, db) }
    try search.finish(db)
  }

  private mutating func add(
    _ review: ImportedReview,
    _ people: inout PersonResolver,
    _ db: Database
  ) throws {
    let person = try people.person(review.keys, name: review.author, db)
    guard !person.isErased else { return leaveOut() }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO review(kind, external_id, rating, urgency, state_at, posted_at, customer,
          order_number, asin, parent_asin, author, is_verified, helpful_votes, imported_at, title,
          text, public_reply)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let units = try review.asin.flatMap { try products.perDay($0, db) }
    try statement.execute(arguments: [
      review.kind.rawValue, review.externalID, review.rating,
      Urgency.value(unitsPerDay: units, rating: review.rating), now.milliseconds,
      review.postedAt.milliseconds, person.customer, review.order, review.asin, review.parentASIN,
      review.author, VerifiedPurchase.number(review.isVerified), review.helpfulVotes,
      now.milliseconds, review.title,
      review.text, review.publicReply,
    ])
    search.noteNew(db.lastInsertedRowID)
    addedByStars[review.rating, default: 0] += 1
    tally.added += 1
  }

  /// What names an erased person changes nothing.
  private mutating func leaveOut() {
    tally.unchanged += 1
    tally.erased += 1
  }

  private func keepFormer(
    _ stored: StoredReview,
    unlessSameAs merged: StoredReview,
    _ db: Database
  ) throws {
    guard merged.isNews(against: stored) || merged.publicReply != stored.publicReply else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO review_version(review, replaced_at, rating, title, text, public_reply, is_news)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      stored.id, now.milliseconds, stored.rating, stored.title, stored.text, stored.publicReply,
      merged.isNews(against: stored),
    ])
  }

  private mutating func update(_ review: StoredReview, _ db: Database) throws {
    let units = try review.asin.flatMap { try products.perDay($0, db) }
    try db.cachedStatement(
      sql: """
        UPDATE review SET rating = ?, urgency = ?, posted_at = ?, order_number = ?, asin = ?,
          parent_asin = ?, author = ?, is_verified = ?, helpful_votes = ?, title = ?, text = ?,
          public_reply = ?, removed_at = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      review.rating, Urgency.value(unitsPerDay: units, rating: review.rating), review.postedAt,
      review.order, review.asin, review.parentASIN, review.author,
      VerifiedPurchase.number(review.isVerified),
      review.helpfulVotes, review.title, review.text, review.publicReply,
      review.removedAt, review.id,
    ])
  }

  /// What was answered, is about to be, or was snoozed, says something else now.
  private func react(_ stored: StoredReview, _ customer: Int64, _ db: Database) throws {
    switch stored.state {
    case .answered, .resolved, .closed:
      try ReviewWork.apply(.reopened, to: stored.id, now: now, db)
    case .queued:
      try OutboxMoves.holdLive(
        of: customer, reason: "the review was changed meanwhile: read it first", now: now, db)
    case .open: try Snoozes.set(nil, of: stored.id, db)
    }
  }
}
