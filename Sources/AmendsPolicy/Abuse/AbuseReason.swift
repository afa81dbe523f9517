/// What the marketplace forbids in product reviews, as far as words and records can show it.
///
/// Source: Amazon, seller forum, “How to report abusive reviews” (036786d9-acb9-4d35-bad7-2299c1be1bee): no seller
/// service, ordering or shipping feedback, no repetitive text, private information, profanity, external links, promotion.
public enum AbuseReason: String, Sendable, CaseIterable {
  /// The writer says that they did not buy it.
  case neverBought = "never-bought"
  /// Others have written the very same.
  case repeated
  /// Praise of another product, brand or shop, or links to one.
  case promotion
  /// Addresses, telephone numbers and links.
  case personal
  /// Obscene words.
  case obscene
  /// It is about seller or delivery, not about the product.
  case seller

  /// Whether it is a ground by itself, whatever else the review says.
  public var isPlain: Bool { self != .seller }

  /// The reason in words, as the evidence lists it.
  public var words: String {
    switch self {
    case .neverBought: "the writer says that they did not buy it"
    case .repeated: "others wrote the very same text"
    case .promotion: "it promotes another product or shop"
    case .personal: "it has addresses, numbers or links"
    case .obscene: "it has obscene words"
    case .seller: "it is about seller or delivery only"
    }
  }
}

/// One reason that a review gives, with the words that show it.
public struct AbuseSign: Equatable, Sendable {
  /// The reason.
  public var reason: AbuseReason
  /// Where it stands: UTF-8 byte offsets of the review, sorted and apart; empty where no words show it.
  public var ranges: [Range<Int>]

  /// Makes a sign.
  public init(_ reason: AbuseReason, ranges: [Range<Int>]) {
    self.reason = reason
    self.ranges = ranges
  }
}

extension ReviewAnalyst {
  /// The reasons that a product review gives for a report of abuse.
  ///
  /// - Parameters:
  ///   - review: Headline and text.
  ///   - language: Its language as a BCP-47 tag; nil where it is to be told from the text.
  ///   - facts: What is known besides.
  ///   - isRepeated: Whether others have written the very same.
  /// - Returns: The reasons in the order of their cases.
  public func abuse(
    in review: String, language: String? = nil, facts: ReviewFacts = ReviewFacts(),
    isRepeated: Bool = false
  ) -> [AbuseSign] {
    let reading = read(review, language: language)
    return AbuseReason.allCases.compactMap { reason in
      if reason == .repeated { return isRepeated ? AbuseSign(reason, ranges: []) : nil }
      let ranges = ByteRanges.merged(Self.ranges(reason, in: reading, facts))
      return ranges.isEmpty ? nil : AbuseSign(reason, ranges: ranges)
    }
  }

  private static func ranges(
    _ reason: AbuseReason, in reading: ReviewReading, _ facts: ReviewFacts
  ) -> [Range<Int>] {
    func mentions(_ subject: ReviewSubject) -> [Range<Int>] {
      reading.mentions.filter { $0.subject == subject }.map(\.range)
    }
    switch reason {
    case .neverBought: return mentions(.topic(.neverBought))
    case .promotion:
      // Who bought it may well say what they would rather have bought.
      let rivals = facts.isVerified == false ? facts.competitors : []
      return mentions(.topic(.promotion)) + rivals.flatMap(reading.text.places)
    case .personal: return ContactScanner.scan(reading.text, reading.pieces)
    case .obscene: return mentions(.topic(.obscene))
    case .seller:
      let sentences = CommentSentences(reading, of: .productReview)
      let isOff =
        sentences.subjects.allSatisfy { $0 == .seller || $0 == .delivery }
        && sentences.words(of: .product).isEmpty
      return isOff ? sentences.words(of: .seller) + sentences.words(of: .delivery) : []
    case .repeated: return []
    }
  }
}
