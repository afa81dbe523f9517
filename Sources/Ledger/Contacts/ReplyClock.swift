public import AmendsPolicy

/// How long a message of a customer may wait for its answer.
public enum ReplyClock {
  /// 24 hours from the oldest unanswered message on, weekends and holidays included.
  ///
  /// Source: Amazon, help page 202152030.
  public static let span = Span.hours(24)
}
