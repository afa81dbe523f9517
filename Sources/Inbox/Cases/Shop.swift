/// What is known of the shop beyond its contact limits.
public struct Shop: Hashable, Sendable {
  /// Whether it owns the brand that it sells; `nil` where nobody has said.
  public var isBrandOwner: Bool?
  /// The names of its competitors: a review that praises one is looked at twice.
  public var competitors: [String]

  /// A shop of which nothing is known.
  public init(isBrandOwner: Bool? = nil, competitors: [String] = []) {
    self.isBrandOwner = isBrandOwner
    self.competitors = competitors
  }
}
