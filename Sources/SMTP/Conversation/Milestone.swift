/// What a conversation has reached, for whoever examines a server.
public enum Milestone: Hashable, Sendable {
  /// The server greeted.
  case greeted
  /// The connection is protected.
  case secured
  /// The server said what it can do.
  case introduced(Capabilities)
  /// The login was taken.
  case authenticated(Mechanism)
}
