import AmendsPolicy
import Ledger

/// Reviews as browser extensions and scrapers export them: Helium 10 and its near relatives.
struct ExportRows: RowMapping {
  static let expected = ExpectedColumns(
    format: .reviewsCSV,
    columns: [
      "Date", "Author", "Verified", "Helpful", "Title", "Body", "Rating", "Images", "Videos", "URL",
      "Variation", "Style",
    ])

  private let date: Column
  private let body: Column
  private let rating: Column
  private let title: Column?
  private let author: Column?
  private let verified: Column?
  private let helpful: Column?
  private let asins: [Column]
  private let parentASIN: Column?
  private let link: Column?
  private let reviewID: Column?
  private let userID: Column?

  /// Finds the columns by the names that exporters use; date, body and rating are the least.
  init?(_ header: Header) {
    guard let date = header.column("date", "reviewdate", "reviewedin", "reviewdata"),
      let body = header.column(
        "body", "text", "content", "reviewbody", "reviewdescription", "reviewtext", "review",
        "comment", "reviewcomments"),
      let rating = header.column("rating", "stars", "starrating", "score", "ratingscore")
    else { return nil }
    (self.date, self.body, self.rating) = (date, body, rating)
    title = header.column("title", "headline", "summary", "reviewtitle", "reviewheadline")
    author = header.column("author", "name", "reviewer", "profilename")
    verified = header.column("verified", "avp", "verifiedpurchase", "vp", "isverified")
    helpful = header.column("helpful", "votes", "helpfulvotes")
    asins = [
      header.column("childasin", "variationasin", "asin", "productasin", "productid"),
      header.column("variation", "variant"),
    ].compactMap(\.self)
    parentASIN = header.column("parentasin")
    link = header.column("url", "link", "reviewurl")
    reviewID = header.column("reviewid", "id")
    userID = header.column("userid", "custid", "customerid", "reviewerid", "profileid")
  }

  var dateColumn: Column? { date }
  var isEnglish: Bool { true }

  func row(_ record: Record, _ dates: DateReader) throws(Refusal) -> ImportedRow {
    let posted = try instant(record, date, dates)
    let stars = try stars(record, rating)
    let (title, text) = (Self.nothing(record.prose(title)), Self.nothing(record.prose(body)))
    let author = Self.nothing(record.prose(author))
    let id = identity(record) ?? NaturalKey.of(ISO8601.text(posted), author, title, text)
    var review = ImportedReview(
      externalID: id, kind: .productReview, rating: stars, title: title, text: text,
      postedAt: posted, keys: [writer(record, id)])
    review.author = author
    review.asin = product(record)
    review.parentASIN = ASIN.read(record.value(parentASIN))
    review.isVerified = verified.flatMap { Self.isYes(record.value($0)) }
    review.helpfulVotes = Self.votes(record.value(helpful))
    return .review(review)
  }

  /// The review's own id, from its column or its address.
  private func identity(_ record: Record) -> String? {
    let id = record.value(reviewID)
    return ReviewLink.isReviewID(id) ? id : ReviewLink.reviewID(in: record.value(link))
  }

  /// The profile where the file names one, else the review stands for its writer.
  private func writer(_ record: Record, _ id: String) -> CustomerKey {
    let user = Self.nothing(record.value(userID))
    return user.isEmpty ? .review(id) : .reviewer(user)
  }

  private func product(_ record: Record) -> String? {
    for column in asins {
      if let asin = ASIN.read(record.value(column)) { return asin }
    }
    return ReviewLink.asin(in: record.value(link))
  }

  /// A lone dash stands for nothing.
  private static func nothing(_ text: String) -> String { text.trimmed() == "-" ? "" : text }

  private static let yes: Set<String> = [
    "yes", "y", "true", "1", "verified", "verified purchase", "ja", "verifizierter kauf", "oui",
    "achat vérifié", "sí", "compra verificada", "sì", "acquisto verificato",
    "geverifieerde aankoop", "verifierat köp",
  ]

  /// What a cell says; nil where it is empty.
  private static func isYes(_ value: String) -> Bool? {
    value.isEmpty ? nil : yes.contains(value.lowercased())
  }

  /// The number in `12` or `12 people found this helpful`; 0 for words alone.
  private static func votes(_ value: String) -> Int {
    let figures = value.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "," || $0 == "." }
    return min(WholeNumber.read(String(figures)) ?? 0, Int(Int32.max))
  }
}
