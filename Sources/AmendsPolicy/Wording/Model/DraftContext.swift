/// What is known about the case that a draft answers.
public struct DraftContext: Hashable, Sendable {
  /// What the customer left.
  public var kind: ItemKind
  /// The customer's stars, 1 to 5; nil where unknown.
  public var rating: Int?
  /// The text of the review or feedback; empty where the customer left only stars.
  public var complaint: String
  /// Whether the customer asked for a refund of their own will.
  public var askedForRefund: Bool
  /// Whether the matter was settled before this draft.
  public var issueResolved: Bool
  /// Own messages to this customer in the same case, oldest first.
  public var earlier: [String]
  /// The customer's language as a BCP-47 primary subtag such as `en`; nil where unknown.
  public var language: String?
  /// How strictly to judge.
  public var profile: Profile
  /// On which way the draft leaves; nil where unknown, so that its form is judged by what every channel asks.
  public var channel: Channel?
  /// The number of the order, where the message carries it besides its text, as in its subject; nil where not.
  public var order: String?
  /// What only the shop knows of the customer, such as full name and relay address: not for public replies.
  public var personal: [String]

  /// Makes a context; what is left out is unknown or false.
  public init(
    kind: ItemKind = .productReview,
    rating: Int? = nil,
    complaint: String = "",
    askedForRefund: Bool = false,
    issueResolved: Bool = false,
    earlier: [String] = [],
    language: String? = nil,
    profile: Profile = .default,
    channel: Channel? = nil,
    order: String? = nil,
    personal: [String] = []
  ) {
    self.kind = kind
    self.rating = rating
    self.complaint = complaint
    self.askedForRefund = askedForRefund
    self.issueResolved = issueResolved
    self.earlier = earlier
    self.language = language
    self.profile = profile
    self.channel = channel
    self.order = order
    self.personal = personal
  }
}
