/// What is known of a review besides its text.
public struct ReviewFacts: Hashable, Sendable {
  /// Whether the marketplace calls the purchase verified; nil where it does not say.
  public var isVerified: Bool?
  /// Names of competitors, as the shop's configuration lists them.
  public var competitors: [String]

  /// Facts; by default nothing is known.
  public init(isVerified: Bool? = nil, competitors: [String] = []) {
    self.isVerified = isVerified
    self.competitors = competitors
  }
}
