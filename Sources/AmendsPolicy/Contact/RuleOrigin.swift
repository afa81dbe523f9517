/// Who made a rule.
public enum RuleOrigin: Hashable, Sendable {
  /// The marketplace, as it says there.
  case marketplace(PolicySource)
  /// The shop itself, out of prudence or at the person's wish.
  case shop

  /// The origin in words, such as "Amazon, Communication Guidelines (G1701), checked 2026-01-10".
  public var words: String {
    switch self {
    case .marketplace(let source): "\(source.title), checked \(source.checked)"
    case .shop: "this shop's own rule"
    }
  }
}

extension ContactLimit {
  /// Who made the limit.
  public var origin: RuleOrigin {
    switch self {
    case .orderOnce, .orderWindow: .marketplace(ContactRoute.orderMessage.source)
    case .optedOut: .marketplace(ContactRoute.thread.source)
    case .interval, .unanswered, .quietHours, .doNotContact, .complaint: .shop
    }
  }
}
