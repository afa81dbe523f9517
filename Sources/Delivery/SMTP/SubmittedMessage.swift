import SMTP
import SMTPClient

/// A message of which a mail server has everything but the final dot.
public struct SubmittedMessage: ReadyMessage {
  /// The longest time between the server's consent and the dot: whoever is slower was asleep meanwhile, and
  /// cannot know what became of the permit.
  ///
  /// It covers the transaction that opens the permit, with its wait for other writers of the desk.
  static let freshness = Duration.milliseconds(500)

  private let session: Session
  private let identity: String
  private let readyAt: Duration
  private let uptime: @Sendable () -> Duration

  init(
    _ session: Session,
    identity: String,
    readyAt: Duration,
    uptime: @escaping @Sendable () -> Duration
  ) {
    self.session = session
    self.identity = identity
    self.readyAt = readyAt
    self.uptime = uptime
  }

  /// Writes the dot where the permit is fresh, and waits for what the server says.
  public func leave() -> Outcome {
    let limit = readyAt + Self.freshness
    switch session.leave(while: { uptime() < limit }) {
    case .sent: return .sent
    case .notSentNow(.withdrawn):
      return .deferred(reason: "this program was asleep between the permit and the last byte")
    case .notSentNow(let reason): return .deferred(reason: reason.inWords)
    case .notSentEver(let reason): return .refused(reason: reason.inWords)
    case .uncertain(let reason):
      return .lost(reason: "\(reason.inWords); look in the server's log for \(identity)")
    case .introduced: return .deferred(reason: "nothing was asked of the server")
    }
  }

  /// Closes the connection without the dot; the server then delivers nothing (RFC 5321, 4.1.1.10).
  public func discard() { session.discard() }
}
