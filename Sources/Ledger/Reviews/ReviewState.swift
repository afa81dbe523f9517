/// Where the work on a review stands.
public enum ReviewState: String, Sendable, CaseIterable {
  /// Nobody has answered yet, or something new came in.
  case open
  /// A reply waits in the outbox.
  case queued
  /// A reply has left.
  case answered
  /// The matter is settled with the customer.
  case resolved
  /// Nothing more will be done: left in peace.
  case closed
}

/// What can happen to the work on a review.
public enum ReviewEvent: Sendable, CaseIterable {
  /// A reply was put into the outbox.
  case replyQueued
  /// The reply was taken back, or failed, before it left.
  case replyReturned
  /// The reply left.
  case replyLeft
  /// The agent says that the matter is settled.
  case settled
  /// The agent leaves it in peace.
  case closed
  /// The agent, a new message, or a changed review opens it again.
  case reopened
}

extension ReviewState {
  /// The state after an event.
  ///
  /// - Throws: ``TransitionError`` where the event cannot happen in this state.
  public func after(_ event: ReviewEvent) throws(TransitionError) -> ReviewState {
    switch (self, event) {
    case (.open, .replyQueued), (.answered, .replyQueued), (.resolved, .replyQueued): .queued
    case (.queued, .replyReturned): .open
    case (.queued, .replyLeft), (.open, .replyLeft): .answered
    case (.open, .settled), (.answered, .settled): .resolved
    case (.open, .closed), (.answered, .closed), (.resolved, .closed): .closed
    case (.answered, .reopened), (.resolved, .reopened), (.closed, .reopened): .open
    default: throw TransitionError(state: rawValue, event: "\(event)")
    }
  }
}

/// An event that cannot happen in a state.
public struct TransitionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the state.
  public var state: String
  /// The name of the event.
  public var event: String

  /// An event refused in a state, by their names.
  public init(state: String, event: String) {
    self.state = state
    self.event = event
  }

  /// What was refused, in words.
  public var description: String { "\(event) cannot happen while \(state)" }
}
