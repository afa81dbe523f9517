import AmendsPolicy
import GRDB
import Ledger

/// What the desk has of a review that a file gives again.
struct StoredReview: Equatable {
  static let columns = """
    id, customer, state, rating, posted_at, order_number, asin, parent_asin, author, is_verified,
    helpful_votes, title, text, public_reply, removed_at
    """

  let id: Int64
  let customer: Int64
  let state: ReviewState
  var rating: Int
  var postedAt: Int64
  var order: String?
  var asin: String?
  var parentASIN: String?
  var author: String
  var isVerified: Bool?
  var helpfulVotes: Int
  var title: String
  var text: String
  var publicReply: String
  /// When the marketplace stopped showing it; `nil` while it is shown.
  var removedAt: Int64?

  init(_ row: Row) {
    id = row[0]
    customer = row[1]
    state = ReviewState(rawValue: row[2]) ?? .open
    rating = row[3]
    postedAt = row[4]
    order = row[5]
    asin = row[6]
    parentASIN = row[7]
    author = row[8]
    isVerified = VerifiedPurchase.read(row[9])
    helpfulVotes = row[10]
    title = row[11]
    text = row[12]
    publicReply = row[13]
    removedAt = row[14]
  }

  /// The review as it is after a file gave it again, and so shows it; what the file leaves out stays.
  func merged(with review: ImportedReview) -> StoredReview {
    var merged = self
    merged.rating = review.rating
    merged.title = review.title
    merged.text = review.text
    merged.postedAt = review.postedAt.milliseconds
    merged.order = review.order ?? order
    merged.asin = review.asin ?? asin
    merged.parentASIN = review.parentASIN ?? parentASIN
    if !review.author.isEmpty { merged.author = review.author }
    if !review.publicReply.isEmpty { merged.publicReply = review.publicReply }
    merged.removedAt = nil
    if isVerified != true { merged.isVerified = review.isVerified ?? isVerified }
    merged.helpfulVotes = max(review.helpfulVotes, helpfulVotes)
    return merged
  }

  /// Whether the customer says something else than before.
  func isNews(against former: StoredReview) -> Bool {
    rating != former.rating || title != former.title || text != former.text
  }
}
