/// What is known about the case that a draft answers.
public struct DraftContext: Equatable, Sendable {
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

  /// Makes a context; what is left out is unknown or false.
  public init(
    kind: ItemKind = .productReview,
    rating: Int? = nil,
    complaint: String = "",
    askedForRefund: Bool = false,
    issueResolved: Bool = false,
    earlier: [String] = [],
    language: String? = nil,
    profile: Profile = .default
  ) {
    self.kind = kind
    self.rating = rating
    self.complaint = complaint
    self.askedForRefund = askedForRefund
    self.issueResolved = issueResolved
    self.earlier = earlier
    self.language = language
    self.profile = profile
  }
}
