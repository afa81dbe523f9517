public import AmendsPolicy

/// Until when an open review stays out of the list; whatever its writer says ends that at once.
public enum Snooze: Hashable, Sendable {
  /// Until an instant.
  case until(Instant)
  /// Until the writer says something.
  case untilTheyWrite

  /// Whether it still holds at an instant.
  public func holds(at now: Instant) -> Bool {
    switch self {
    case .until(let end): now < end
    case .untilTheyWrite: true
    }
  }
}

extension Review {
  /// The snooze that keeps the review out of the list at an instant; `nil` where none does.
  public func activeSnooze(at now: Instant) -> Snooze? {
    snooze.flatMap { $0.holds(at: now) ? $0 : nil }
  }
}
