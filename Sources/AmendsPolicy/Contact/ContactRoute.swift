/// A way in which a shop may react to a review or feedback.
public enum ContactRoute: String, Sendable, CaseIterable {
  /// An answer to what they wrote, on the same thread.
  case thread
  /// A message about an order, unasked.
  case orderMessage = "order-message"
  /// A reply below a seller feedback, which everybody reads.
  case publicReply = "public-reply"
  /// One of the fixed templates of the brand's own tool.
  case brandTemplate = "brand-template"
  /// A request to the marketplace to remove a seller feedback.
  case removalRequest = "removal-request"
  /// A report to the marketplace that a review breaks its guidelines.
  case abuseReport = "abuse-report"

  /// The way in words.
  public var words: String {
    switch self {
    case .thread: "answer their message"
    case .orderMessage: "message about the order"
    case .publicReply: "public reply"
    case .brandTemplate: "Contact Customer template"
    case .removalRequest: "ask for its removal"
    case .abuseReport: "report it"
    }
  }

  /// Where the marketplace says when it is open.
  public var source: PolicySource {
    switch self {
    case .thread:
      PolicySource(
        title: "Amazon, Buyer-Seller Messaging (200383320)",
        url: "https://sellercentral.amazon.com/gp/help/external/200383320", checked: "2026-01-10")
    case .orderMessage:
      PolicySource(
        title: "Amazon, Communication Guidelines (G1701)",
        url: "https://sellercentral.amazon.com/gp/help/external/G1701", checked: "2026-01-10")
    case .publicReply:
      PolicySource(
        title: "Amazon, Respond to feedback (202126280)",
        url: "https://sellercentral.amazon.com.au/gp/help/external/202126280?language=en_AU",
        checked: "2026-01-10")
    case .brandTemplate:
      PolicySource(
        title: "Amazon, Customer reviews of your brand (XATYDG72KXPG7EM)",
        url: "https://sellercentral.amazon.ca/gp/help/external/help.html?itemID=XATYDG72KXPG7EM",
        checked: "2026-01-10")
    case .removalRequest: RemovalAnswer.source
    case .abuseReport:
      PolicySource(
        title: "Amazon, How to report abusive reviews",
        url: "https://sellercentral-europe.amazon.com/seller-forums/discussions/t/"
          + "036786d9-acb9-4d35-bad7-2299c1be1bee",
        checked: "2026-01-10")
    }
  }
}

/// Whether a way is open, and why.
public struct RouteAnswer: Hashable, Sendable {
  /// The way.
  public var route: ContactRoute
  /// Whether it may be taken.
  public var isAllowed: Bool
  /// Why, or why not, in a few words.
  public var reason: String

  /// Makes an answer.
  public init(_ route: ContactRoute, isAllowed: Bool, reason: String) {
    self.route = route
    self.isAllowed = isAllowed
    self.reason = reason
  }
}
