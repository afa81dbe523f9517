public import AmendsPolicy

/// How the attempts to let a reply leave went.
public struct OutboxProgress: Hashable, Sendable {
  /// How often it was refused for now since a person last let it go.
  public var failures: Int
  /// What was said at the last refusal; empty where there was none.
  public var answer: String
  /// Over which channel it was let go last; empty before the first permit.
  public var channel: String
  /// When its permit was opened, while that is open.
  public var permitAt: Instant?
  /// When it left, failed, or became uncertain.
  public var settledAt: Instant?
  /// What was found out about an uncertain reply; empty for nothing.
  public var evidence: String

  /// The progress of a reply; nothing was tried unless it is said.
  public init(
    failures: Int = 0,
    answer: String = "",
    channel: String = "",
    permitAt: Instant? = nil,
    settledAt: Instant? = nil,
    evidence: String = ""
  ) {
    self.failures = failures
    self.answer = answer
    self.channel = channel
    self.permitAt = permitAt
    self.settledAt = settledAt
    self.evidence = evidence
  }
}

/// Over which channel Amends lets messages leave, as timelines show it.
public enum DepartureChannel {
  /// A person sends them.
  public static let byHand = "by hand"
  /// They leave as mail.
  public static let mail = "e-mail"
}

extension OutboxItem {
  /// How long after its permit an uncertain reply may still reach the server: the sender's lease of two
  /// minutes, and 15 minutes.
  ///
  /// A server gives up a silent client after 5 minutes or more, a client waits 10 minutes for the answer to
  /// its message (RFC 5321, sections 4.5.3.2.7 and 4.5.3.2.6): after this a sender that was only asleep
  /// finds its connection dead.
  public static let unsentPatience = Span.minutes(17)

  /// The instant from which a person may say that an uncertain reply was not sent; `nil` where it is not
  /// uncertain.
  ///
  /// Whoever sent by hand knows at once; so the instant is then that of the permit.
  public var unsentFrom: Instant? {
    guard state == .uncertain, let permitAt = progress.permitAt else { return nil }
    return progress.channel == DepartureChannel.byHand
      ? permitAt : permitAt + Self.unsentPatience
  }
}
