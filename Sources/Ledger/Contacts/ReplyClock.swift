public import AmendsPolicy

/// How long a message of a customer may wait for its answer.
public enum ReplyClock {
  /// 24 hours from the oldest unanswered message on, weekends and holidays included.
  public static let span = Span.hours(24)

  /// Where the marketplace says so.
  public static let source = PolicySource(
    title: "Amazon, help page 202152030",
    url: "https://sellercentral.amazon.com/gp/help/external/202152030", checked: "2026-01-10")
}

extension ContactStanding {
  /// When the person's oldest unanswered message must be answered; `nil` where none waits.
  public var replyDue: Instant? { oldestUnanswered.map { $0 + ReplyClock.span } }
}
