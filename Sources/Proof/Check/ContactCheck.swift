public import AmendsPolicy

/// Counts the messages that should never have left.
public struct ContactCheck: Hashable, Sendable {
  /// How many left.
  public let contacts: Int
  /// How many came too soon after the one before to the same customer.
  public let tooEarly: Int
  /// How many came although the customer had got as many as allowed.
  public let tooMany: Int

  /// Messages that broke a limit, each counted for each limit that it broke.
  public var violations: Int { tooEarly + tooMany }

  /// Looks at everything that left.
  ///
  /// - Parameters:
  ///   - contacts: What left, in any order.
  ///   - interval: The least time between two messages to a customer.
  ///   - cap: The most messages that a customer may get; nobody answers here.
  public init(_ contacts: [MadeContact], interval: Span, cap: Int) {
    var early = 0
    var many = 0
    for times in Dictionary(grouping: contacts, by: \.customer).values {
      let sorted = times.map(\.at).sorted()
      early += zip(sorted, sorted.dropFirst()).count { $1 - $0 < interval }
      many += max(0, sorted.count - cap)
    }
    self.contacts = contacts.count
    tooEarly = early
    tooMany = many
  }
}
