/// Why the terminal's thread was woken.
public struct Wake: Hashable, Sendable {
  /// Keys wait.
  public var hasKeys = false
  /// Messages wait in the mailbox.
  public var hasMessages = false
  /// The size may be another, or the picture was lost: draw again.
  public var mustDraw = false
  /// Another program asks to stop for a while.
  public var mustSuspend = false
  /// The signal that asks to leave.
  public var leaveSignal: Int32?
  /// The terminal is gone: leave at once, nobody will see anything.
  public var isGone = false

  /// Woken by the time alone.
  public init() {}

  /// Whether it is time to leave.
  public var mustLeave: Bool { isGone || leaveSignal != nil }
}
