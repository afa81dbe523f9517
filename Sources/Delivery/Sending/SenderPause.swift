public import AmendsPolicy
import Ledger

/// The rest of a sender whose server takes nothing from anybody.
///
/// One fault may be one recipient's, such as greylisting; from the second in a row on the whole sender waits,
/// each time longer, and tries one reply after each wait instead of walking through all of them.
public struct SenderPause: Hashable, Sendable {
  /// How many faults in a row are taken for those of single replies.
  private static let ofSingleReplies = 1

  private var faults = 0
  /// Until when nothing is tried; `nil` while nothing speaks against trying.
  public private(set) var until: Instant?
  /// What went wrong last; empty while nothing did.
  public private(set) var reason = ""

  /// A sender that has no reason to rest.
  public init() {}

  /// Takes in what a step did; a server that answers ends the rest, whatever it says to the one reply.
  public mutating func note(_ outcome: StepOutcome, at now: Instant) {
    switch outcome {
    case .unreached(_, let reason): note(fault: reason, at: now)
    case .sent, .deferred, .refused, .lost: self = SenderPause()
    case .idle, .held, .postponed, .undone, .overtaken, .released: break
    }
  }

  /// Takes in a fault that is nobody's in particular.
  public mutating func note(desk reason: String, at now: Instant) {
    faults = max(faults, Self.ofSingleReplies)
    note(fault: reason, at: now)
  }

  private mutating func note(fault: String, at now: Instant) {
    faults += 1
    reason = fault
    let wait = RetryPlan.connection.wait(after: faults - Self.ofSingleReplies, of: "sender")
    until = wait.map { now + $0 }
  }

  /// Tries again at once, because a person asks for it.
  public mutating func lift() { until = nil }

  /// Whether nothing is tried at an instant.
  public func holds(at now: Instant) -> Bool { until.map { now < $0 } ?? false }
}
