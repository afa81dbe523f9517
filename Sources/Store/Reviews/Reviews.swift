public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// One review; `nil` where there is none under the number.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func review(_ id: ReviewID) throws(DeskError) -> Review? {
    try read { db in try Reviews.find(id.number, db) }
  }

  /// The review that a file calls by an identifier; `nil` where there is none.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func review(_ kind: ItemKind, externalID: String) throws(DeskError) -> Review? {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM review WHERE kind = ? AND external_id = ?"),
        arguments: [kind.rawValue, externalID]
      ).flatMap { try Reviews.find($0, db) }
    }
  }
}

/// Reads reviews out of rows that begin with `columns`.
enum Reviews {
  static let width = 16
  static let columns = """
    review.id, review.external_id, review.kind, review.rating, review.title, review.text,
    review.posted_at, review.customer, review.order_number, review.asin, review.author,
    review.language, review.cause, review.state, review.is_verified, review.snoozed_until
    """

  static func review(_ row: Row, at start: Int = 0) -> Review {
    Review(
      id: ReviewID(row[start]), externalID: row[start + 1],
      kind: ItemKind(rawValue: row[start + 2]) ?? .productReview, rating: row[start + 3],
      title: row[start + 4], text: row[start + 5], postedAt: Instant(milliseconds: row[start + 6]),
      customer: CustomerID(row[start + 7]), order: row[start + 8], asin: row[start + 9],
      author: row[start + 10], language: row[start + 11],
      cause: (row[start + 12] as String?).flatMap(Cause.init(rawValue:)),
      state: ReviewState(rawValue: row[start + 13]) ?? .open,
      isVerified: VerifiedPurchase.read(row[start + 14]), snooze: Snooze(stored: row[start + 15]))
  }

  static func find(_ id: Int64, _ db: Database) throws -> Review? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM review WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { review($0) }
  }

  static func known(_ id: Int64, _ db: Database) throws -> Review {
    guard let review = try find(id, db) else { throw DeskError.unknown("review") }
    return review
  }
}
