/// Everything that decides in which ways a shop may react to a review or feedback.
public struct RouteRequest: Sendable {
  /// What the customer left.
  public var kind: ItemKind
  /// Its stars, 1 to 5.
  public var rating: Int
  /// Whether the order is known.
  public var hasOrder: Bool
  /// Its cause, as the agent judged; nil while nobody has.
  public var cause: Cause?
  /// What the contact limits say to a message.
  public var contact: ContactAnswer
  /// What they say to one that is about no order, as the brand's template.
  public var template: ContactAnswer
  /// Whether a reply to the person is in the outbox, or may be out.
  public var hasReplyUnderWay: Bool
  /// When it was posted.
  public var postedAt: Instant
  /// The present instant.
  public var now: Instant
  /// Whether the shop has replied below it.
  public var hasPublicReply: Bool
  /// Whether the shop owns the brand; nil where nobody has said.
  public var isBrandOwner: Bool?
  /// Whether a request for removal has a ground; nil for product reviews, and while nobody has looked.
  public var removal: RemovalVerdict?
  /// Whether its text breaks the guidelines for reviews; nil for feedback, and while nobody has looked.
  public var isAbusive: Bool?

  /// Asks about an item; what is left out is unknown or false.
  public init(
    kind: ItemKind, rating: Int, hasOrder: Bool, cause: Cause? = nil, contact: ContactAnswer,
    template: ContactAnswer, hasReplyUnderWay: Bool = false, postedAt: Instant, now: Instant,
    hasPublicReply: Bool = false, isBrandOwner: Bool? = nil,
    removal: RemovalVerdict? = nil, isAbusive: Bool? = nil
  ) {
    self.kind = kind
    self.rating = rating
    self.hasOrder = hasOrder
    self.cause = cause
    self.contact = contact
    self.template = template
    self.hasReplyUnderWay = hasReplyUnderWay
    self.postedAt = postedAt
    self.now = now
    self.hasPublicReply = hasPublicReply
    self.isBrandOwner = isBrandOwner
    self.removal = removal
    self.isAbusive = isAbusive
  }

  /// How many stars the brand's tool takes at most: reviews below four.
  public static let mostBrandStars = 3
  /// How long the brand's tool shows a review.
  public static let brandWindow = Span.days(90)

  /// An answer for each way that there is for this kind of item, in the order in which they are offered.
  public var answers: [RouteAnswer] {
    let routes: [ContactRoute] =
      switch kind {
      case .productReview: [.thread, .orderMessage, .brandTemplate, .abuseReport]
      case .sellerFeedback: [.thread, .orderMessage, .publicReply, .removalRequest]
      }
    return routes.map { route in
      let obstacle = obstacle(to: route)
      return RouteAnswer(
        route, isAllowed: obstacle == nil, reason: obstacle ?? permission(for: route))
    }
  }

  /// Why a way is closed; nil where it is open.
  private func obstacle(to route: ContactRoute) -> String? {
    if cause == .fabricated, route != .abuseReport, route != .removalRequest {
      return "it is judged as fabricated: report it instead"
    }
    return switch route {
    case .thread, .orderMessage: messageObstacle(route)
    case .publicReply:
      hasPublicReply ? "there is one already: it cannot be edited, nor written twice" : nil
    case .brandTemplate: brandObstacle
    case .removalRequest: removalObstacle
    case .abuseReport: reportObstacle
    }
  }

  private func messageObstacle(_ route: ContactRoute) -> String? {
    let isAnswer = contact.answering != nil
    switch route {
    case .thread where !isAnswer: return "there is no message of theirs to answer"
    case .orderMessage where isAnswer: return "they wrote: answer on their thread"
    case .orderMessage where !hasOrder: return "no order is known, so nobody can be addressed"
    default: return contact.isForGood ? contact.holds.first?.reason : nil
    }
  }

  /// A template leaves at once, so that every limit holds it, but for the window of the order: the tool has one of its
  /// own.
  private var brandObstacle: String? {
    if isBrandOwner == false { return "it is for owners of the brand" }
    if isBrandOwner == nil, hasOrder {
      return "say brand_owner = true in [shop] if the brand is yours"
    }
    if rating > Self.mostBrandStars { return "it is for reviews below four stars" }
    if now > postedAt + Self.brandWindow { return "the tool keeps reviews for 90 days" }
    if contact.answering != nil { return "they wrote: answer on their thread" }
    if hasReplyUnderWay { return "a reply to them is in the outbox already" }
    return (template.holds + contact.holds).first { $0.limit != .orderWindow }?.reason
  }

  private var removalObstacle: String? {
    if now > postedAt + RemovalAnswer.window { return "the 90 days for a request are over" }
    guard let removal else { return Self.unread }
    return removal == .no ? "nothing in it is a ground for removal" : nil
  }

  private var reportObstacle: String? {
    if cause == .fabricated { return nil }
    guard let isAbusive else { return Self.unread }
    return isAbusive ? nil : "nothing in it breaks the guidelines for reviews"
  }

  private static let unread = "its text is still being read"

  /// What is to be known of a way that is open.
  private func permission(for route: ContactRoute) -> String {
    switch route {
    case .thread: "they wrote last"
    case .orderMessage:
      contact.until == nil ? "within the limits, one for each order" : "when the limits end"
    case .publicReply: "everybody reads it; it cannot be edited"
    case .brandTemplate:
      isBrandOwner == nil
        ? "if the brand is yours and you sold the order" : "if you sold the order"
    case .removalRequest:
      removal == .eligible ? "the rules say yes" : "the rules may say yes: look first"
    case .abuseReport: "with the evidence, to the marketplace"
    }
  }
}
