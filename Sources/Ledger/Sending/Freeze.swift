public import AmendsPolicy

/// What sending can be frozen for.
public enum FreezeKind: String, Sendable, CaseIterable {
  /// The clock cannot be believed.
  case clock
  /// The database is not the one that was left here: it may not know of every message.
  case restored
  /// The disk failed.
  case storage
  /// A person stopped sending.
  case stopped
}

/// A reason for which nothing is sent until it is lifted; reading, writing and queueing go on.
public struct Freeze: Hashable, Sendable {
  /// What it is for.
  public var kind: FreezeKind
  /// What happened, in plain words.
  public var reason: String
  /// Since when nothing is sent.
  public var since: Instant
  /// Who stopped sending; empty where the desk itself did.
  public var by: String
  /// Whether it is over without anybody's word when what caused it is.
  public var endsByItself: Bool
  /// Whether it can be lifted only by who says until when messages may have left that this desk does not know.
  public var needsHorizon: Bool

  /// A freeze with all its parts.
  public init(
    _ kind: FreezeKind,
    reason: String,
    since: Instant,
    by: String = "",
    endsByItself: Bool = false,
    needsHorizon: Bool = false
  ) {
    self.kind = kind
    self.reason = reason
    self.since = since
    self.by = by
    self.endsByItself = endsByItself
    self.needsHorizon = needsHorizon
  }

  /// The freeze for a clock under suspicion.
  public init(_ suspicion: ClockSuspicion, since: Instant) {
    self.init(
      .clock, reason: suspicion.inWords, since: since, endsByItself: suspicion.endsByItself)
  }

  /// The freeze in plain words, such as "sending is frozen: the clock went back 1 h".
  public var inWords: String {
    switch kind {
    case .stopped: "sending was stopped by \(by): \(reason)"
    case .clock, .restored, .storage: "sending is frozen: \(reason)"
    }
  }
}
