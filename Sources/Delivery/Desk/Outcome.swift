public import Ledger

/// What the desk says when asked to open the permit.
public enum Permission: Hashable, Sendable {
  /// The permit is open: the message may leave now, and only now.
  case granted
  /// Something stands against it.
  case refused(Obstacle)
}

/// What became of a message; exactly one for each permit.
///
/// A refusal may come before the permit too, while the item is claimed.
public enum Outcome: Hashable, Sendable {
  /// It left.
  case sent
  /// It certainly did not leave: the permit is void and the item held, with the reason.
  case undone(reason: String)
  /// It was refused for now: the permit is void, and it is tried again as `RetryPlan` says, with the reason.
  case deferred(reason: String)
  /// It was refused for good: the permit is void and the draft open again, with the reason.
  case refused(reason: String)
  /// Nobody knows: the customer stays blocked until a person says, with what is known.
  case lost(reason: String)
}

/// Why the desk did not take a step.
public enum DeskFault: Error, Hashable, Sendable {
  /// The item is in other hands, or not in a state for this step.
  case overtaken
  /// The storage failed, with what it said.
  case storage(String)
}
