/// What can happen between the shop and a person, as far as the contact limits care.
public enum ContactEventKind: String, Sendable, CaseIterable {
  /// The shop wrote to the person, through Amends or elsewhere.
  case contacted
  /// The person wrote to the shop.
  case answered
  /// The person wrote and asked for a refund of their own will.
  case refundAsked = "refund-asked"
  /// The person opted out of unsolicited messages.
  case optedOut = "opted-out"
  /// The shop decided, or was told, never to write again.
  case doNotContact = "do-not-contact"
  /// The person complained about being contacted to the marketplace.
  case complained
  /// An order of the person was completed: its window for proactive messages starts.
  case orderCompleted = "order-completed"

  /// Whether the event is a message that the person wrote.
  public var isInbound: Bool { self == .answered || self == .refundAsked }
}

/// One dated fact about a person.
public struct ContactEvent: Hashable, Sendable {
  /// What happened.
  public var kind: ContactEventKind
  /// When it happened.
  public var at: Instant
  /// The order that it belongs to, if any.
  public var order: String?

  /// A fact of a kind, at an instant, for an order if one is known.
  public init(_ kind: ContactEventKind, at: Instant, order: String? = nil) {
    self.kind = kind
    self.at = at
    self.order = order
  }
}
