/// How often, and when, a person may be written to.
///
/// The marketplace names three hard figures (one proactive message an order, 30 days from its
/// completion, never after an opt-out); the rest is the shop's own prudence.
public struct ContactLimits: Hashable, Sendable {
  /// The least time between two messages to a person that answer nothing; 72 hours unless set.
  public var interval: Span
  /// How many messages may stand unanswered in a row; 2 unless set.
  public var maximumUnanswered: Int
  /// How long after its completion an order may be written about unasked; 30 days unless set.
  ///
  /// Source: Amazon, Communication Guidelines for buyer-seller messages (G1701).
  public var orderWindow: Span
  /// The hours of the person's day in which nothing leaves; 21 to 8 unless set.
  public var quietHours: QuietHours

  /// Limits with the stated defaults, each of which can be set.
  public init(
    interval: Span = .hours(72),
    maximumUnanswered: Int = 2,
    orderWindow: Span = .days(30),
    quietHours: QuietHours = QuietHours(from: 21 * 60, to: 8 * 60)
  ) {
    self.interval = interval
    self.maximumUnanswered = maximumUnanswered
    self.orderWindow = orderWindow
    self.quietHours = quietHours
  }
}

/// The kinds of contact limit, in the words of the command line and of the `limit` field.
public enum ContactLimit: String, Sendable, CaseIterable {
  /// Too soon after the last message.
  case interval
  /// Too many messages stand unanswered.
  case unanswered
  /// The order has had its one proactive message.
  case orderOnce = "order-once"
  /// The order was completed too long ago for a proactive message.
  case orderWindow = "order-window"
  /// It is night, or near it, where the person lives.
  case quietHours = "quiet-hours"
  /// The person opted out.
  case optedOut = "opted-out"
  /// The person is marked as never to be contacted.
  case doNotContact = "do-not-contact"
  /// The person complained to the marketplace.
  case complaint
}
