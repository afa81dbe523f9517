public import AmendsPolicy
public import Ledger

/// What one step of the sender did.
public enum StepOutcome: Hashable, Sendable {
  /// Nothing was due.
  case idle
  /// An item left.
  case sent(OutboxID)
  /// An item waits for a person.
  case held(OutboxID, DepartureHold)
  /// An item waits for a later instant.
  case postponed(OutboxID, until: Instant, DepartureHold)
  /// An item's permit was opened, but it certainly did not leave; it is held with the reason.
  case undone(OutboxID, reason: String)
  /// The carrier could not take an item for now, before its permit; it is tried again, with the reason.
  case unreached(OutboxID, reason: String)
  /// An item was refused for now after its permit; it is tried again, with the reason.
  case deferred(OutboxID, reason: String)
  /// An item was refused for good, with the reason.
  case refused(OutboxID, reason: String)
  /// Nobody knows whether an item left, with what is known.
  case lost(OutboxID, reason: String)
  /// An item was taken back, or taken by another, on the way.
  case overtaken(OutboxID)
  /// An item was put back before its permit, because the sender was asked to stop.
  case released(OutboxID)

  /// The item that the step was about; `nil` where nothing was due.
  public var item: OutboxID? {
    switch self {
    case .idle: nil
    case .sent(let item), .held(let item, _), .postponed(let item, _, _), .undone(let item, _),
      .unreached(let item, _), .deferred(let item, _), .refused(let item, _), .lost(let item, _),
      .overtaken(let item), .released(let item):
      item
    }
  }
}

extension StepOutcome {
  /// The step that ended with an outcome of the carrier.
  init(_ item: OutboxID, _ outcome: Outcome) {
    self =
      switch outcome {
      case .sent: .sent(item)
      case .undone(let reason): .undone(item, reason: reason)
      case .deferred(let reason): .deferred(item, reason: reason)
      case .refused(let reason): .refused(item, reason: reason)
      case .lost(let reason): .lost(item, reason: reason)
      }
  }
}
