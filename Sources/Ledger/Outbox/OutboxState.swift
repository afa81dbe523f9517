/// Where a queued reply stands.
///
/// `queued → sending → committing → sent | failed | uncertain`, `held` with a reason beside it. The permit
/// of the contact ledger is opened on the way into `committing`, in the same transaction: from then on
/// nobody knows that it was not sent until somebody says so.
public enum OutboxState: String, Sendable, CaseIterable {
  /// Waits for its time.
  case queued
  /// Waits for a person: something came between; the reason is stated.
  case held
  /// A sender has taken it; nothing irrevocable has happened.
  case sending
  /// The permit is open; the message may be out at any moment.
  case committing
  /// Nobody knows whether it was sent; the customer stays blocked until a person says.
  case uncertain
  /// It left.
  case sent
  /// It was refused for good; the draft is open again.
  case failed
  /// The agent took it back; the draft is open again.
  case recalled

  /// Whether the item still stands between the shop and the customer.
  public var isLive: Bool {
    switch self {
    case .queued, .held, .sending, .committing, .uncertain: true
    case .sent, .failed, .recalled: false
    }
  }
}

/// What can happen to a queued reply.
public enum OutboxEvent: Sendable, CaseIterable {
  /// A sender takes it.
  case claimed
  /// The sender lets go before anything irrevocable.
  case released
  /// The permit is opened, immediately before the message leaves.
  case committed
  /// The carrier has it.
  case accepted
  /// It certainly did not leave; it may be tried again.
  case undone
  /// It was refused for good.
  case refused
  /// The outcome was lost.
  case lost
  /// Something came between: inbound message, opt-out, limit, wording.
  case obstructed
  /// The agent holds it.
  case paused
  /// The agent lets it go on.
  case resumed
  /// The agent takes it back.
  case recalled
  /// A person says that it was sent.
  case resolvedSent
  /// A person says that it was not sent.
  case resolvedUnsent
}

extension OutboxState {
  /// The state after an event.
  ///
  /// - Throws: ``TransitionError`` where the event cannot happen in this state.
  public func after(_ event: OutboxEvent) throws(TransitionError) -> OutboxState {
    switch (self, event) {
    case (.queued, .claimed): .sending
    case (.sending, .released): .queued
    case (.sending, .committed): .committing
    case (.committing, .accepted): .sent
    case (.committing, .undone): .queued
    case (.sending, .refused), (.committing, .refused): .failed
    case (.committing, .lost): .uncertain
    case (.queued, .obstructed), (.sending, .obstructed), (.committing, .obstructed): .held
    case (.queued, .paused): .held
    case (.held, .resumed): .queued
    case (.queued, .recalled), (.held, .recalled): .recalled
    case (.uncertain, .resolvedSent): .sent
    case (.uncertain, .resolvedUnsent): .held
    default: throw TransitionError(state: rawValue, event: "\(event)")
    }
  }
}
