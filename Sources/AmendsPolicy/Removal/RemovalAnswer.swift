/// Why the marketplace may take a seller feedback down, or strike it through.
public enum RemovalGround: String, Sendable, CaseIterable {
  /// The whole comment is about the product.
  case product
  /// The whole comment is about a delivery that was not the seller's.
  case delivery
  /// Obscene words.
  case obscene
  /// Addresses, telephone numbers, links.
  case personal
  /// Praise of another shop or offer.
  case promotion
}

/// Whether a request to take a seller feedback down has a ground.
public enum RemovalVerdict: String, Sendable, CaseIterable {
  /// The rules of the marketplace say yes.
  case eligible
  /// They may, depending on what the text does not show.
  case perhaps
  /// They say no.
  case no
}

/// What a seller feedback shows for or against its removal.
public struct RemovalAnswer: Equatable, Sendable {
  /// One thing that its words show.
  public struct Point: Equatable, Sendable {
    /// The ground that it speaks for; nil where it speaks against all.
    public var ground: RemovalGround?
    /// What it is, in a sentence.
    public var words: String
    /// Where it stands: UTF-8 byte offsets of the comment, sorted and apart.
    public var ranges: [Range<Int>]

    /// Makes a point.
    public init(_ ground: RemovalGround?, _ words: String, ranges: [Range<Int>]) {
      self.ground = ground
      self.words = words
      self.ranges = ranges
    }
  }

  /// Whether to ask.
  public var verdict: RemovalVerdict
  /// What speaks for it and against it, grounds first.
  public var points: [Point]
  /// When the marketplace stops taking requests.
  public var closesAt: Instant

  /// Makes an answer.
  public init(verdict: RemovalVerdict, points: [Point], closesAt: Instant) {
    self.verdict = verdict
    self.points = points
    self.closesAt = closesAt
  }

  /// The ground that the request names; nil where there is none.
  public var ground: RemovalGround? {
    verdict == .no ? nil : points.lazy.compactMap(\.ground).first
  }

  /// How long the marketplace takes requests: 90 days from the feedback.
  public static let window = Span.days(90)

  /// Where the window stands: Amazon's own page was not to be had, only another's copy of it.
  public static let windowSource = PolicySource(
    title: "Amazon, Managing seller feedback (a copy, alphadiscounters.com)",
    url: "https://docs.alphadiscounters.com/docs/vendor/monitor-feedback-and-performance/"
      + "seller-feedback-help/which-tools-are-used-to-manage-seller-feedback",
    checked: "2026-01-10")

  /// Where the rules stand.
  public static let source = PolicySource(
    title: "Amazon, Remove buyer feedback (20231)",
    url: "https://sellercentral.amazon.com/gp/help/external/help.html?itemID=20231&language=en_US",
    checked: "2026-01-10")
}
