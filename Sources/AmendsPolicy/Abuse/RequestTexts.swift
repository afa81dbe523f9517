/// The texts with which the marketplace is asked to look at a review or a feedback, in one language.
public struct RequestTexts: Hashable, Sendable {
  /// The language as a primary subtag.
  public var language: String
  /// The request to remove a seller feedback, by its ground; with the blanks `{{order}}` and `{{words}}`.
  public var removal: [RemovalGround: String]
  /// How a report of a product review begins; with the blanks `{{review}}`, `{{product}}`, `{{date}}`, `{{stars}}`.
  public var report: String
  /// What a report says for each reason; with the blank `{{words}}`.
  public var reasons: [AbuseReason: String]
  /// What it says where the purchase is not verified.
  public var unverified: String

  /// Makes texts of a language.
  public init(
    language: String, removal: [RemovalGround: String], report: String,
    reasons: [AbuseReason: String], unverified: String
  ) {
    self.language = language
    self.removal = removal
    self.report = report
    self.reasons = reasons
    self.unverified = unverified
  }

  /// The request to remove a seller feedback.
  ///
  /// - Parameters:
  ///   - answer: What the rules say.
  ///   - comment: The comment.
  ///   - order: The number of its order; empty where unknown.
  /// - Returns: The text; nil where there is no ground.
  public func removalRequest(
    for answer: RemovalAnswer, of comment: String, order: String
  ) -> String? {
    guard let ground = answer.ground, let text = removal[ground] else { return nil }
    let ranges = answer.points.first { $0.ground == ground }?.ranges ?? []
    return Blanks.fill(
      text, ["order": order, "words": Self.quoted(ranges, in: comment)])
  }

  /// What a report is about, as the marketplace can find it.
  public struct Item: Hashable, Sendable {
    /// What the marketplace calls the review.
    public var review: String
    /// The ASIN; empty where unknown.
    public var product: String
    /// The day on which it was posted, as `2026-11-27`.
    public var date: String
    /// Its stars, 1 to 5.
    public var stars: Int
    /// Headline and text.
    public var text: String
    /// Whether the purchase is verified; nil where nobody has said.
    public var isVerified: Bool?

    /// Makes an item.
    public init(
      review: String, product: String, date: String, stars: Int, text: String,
      isVerified: Bool?
    ) {
      self.review = review
      self.product = product
      self.date = date
      self.stars = stars
      self.text = text
      self.isVerified = isVerified
    }
  }

  /// The report of a product review.
  public func abuseReport(of item: Item, for signs: [AbuseSign]) -> String {
    let head = Blanks.fill(
      report,
      [
        "review": item.review, "product": item.product, "date": item.date,
        "stars": "\(item.stars)",
      ])
    let lines = signs.compactMap { sign in
      reasons[sign.reason].map {
        "- " + Blanks.fill($0, ["words": Self.quoted(sign.ranges, in: item.text)])
      }
    }
    let purchase = item.isVerified == false ? ["- " + unverified] : []
    return ([head] + lines + purchase).joined(separator: "\n")
  }

  private static func quoted(_ ranges: [Range<Int>], in text: String) -> String {
    QuotedWords.list(ranges, in: text, most: 5)
  }
}
