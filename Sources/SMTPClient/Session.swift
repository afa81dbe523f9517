public import SMTP
import Synchronization

/// A conversation over a socket, driven by the threads that call it, one after the other; they are blocked.
///
/// Each wait ends at the latest with the deadline of its phase.
public final class Session: Sendable {
  private let conversation: Mutex<Conversation>
  private let wire: Wire
  private let deadlines: Deadlines

  /// A session that is not connected yet.
  ///
  /// - Parameters:
  ///   - purpose: What it is for.
  ///   - server: Whom it is with.
  ///   - login: Who logs in; `nil` where nobody does.
  ///   - deadlines: How long each phase may take.
  public init(
    _ purpose: Purpose,
    with server: MailServer,
    login: Login?,
    deadlines: Deadlines = .standard
  ) {
    conversation = Mutex(Conversation(purpose, security: server.security, login: login))
    wire = Wire(to: server)
    self.deadlines = deadlines
  }

  deinit { wire.close() }

  /// What was reached.
  public var milestones: [Milestone] { conversation.withLock(\.milestones) }

  /// Whether something happened that nobody has looked at.
  var hasNews: Bool { !wire.events.isEmpty }

  /// Connects and says everything that can be said without a permit; called once.
  ///
  /// - Returns: What became of it where it is over already; `nil` where nothing is missing but the dot.
  public func prepare() -> Ending? {
    conversation.withLock { conversation in
      let limit = deadlines.limit(of: conversation.phase)
      wire.setDeadline(limit, ofTurn: conversation.turn)
      wire.open(within: limit)
      return run(&conversation)
    }
  }

  /// Writes the dot and waits for what becomes of it.
  ///
  /// - Parameter isFresh: Whether the permit may still be used; asked immediately before the dot.
  /// - Returns: What became of it; uncertain only where the dot was written.
  public func leave(while isFresh: () -> Bool) -> Ending {
    conversation.withLock { conversation in
      while conversation.ending == nil, let event = wire.events.takeNow() {
        take(event, &conversation)
      }
      take(isFresh() ? .permitGranted : .permitRefused, &conversation)
      return run(&conversation) ?? .notSentNow(.withdrawn)
    }
  }

  /// Ends it without the dot.
  public func discard() {
    conversation.withLock { conversation in take(.permitRefused, &conversation) }
  }

  /// Takes one event after the other until it is over, or the permit is wanted.
  private func run(_ conversation: inout Conversation) -> Ending? {
    while conversation.ending == nil, conversation.phase != .awaitingPermit {
      take(wire.events.next(), &conversation)
    }
    return conversation.ending
  }

  private func take(_ event: Event, _ conversation: inout Conversation) {
    let former = conversation.turn
    for action in conversation.handle(event) { perform(action) }
    if conversation.ending == nil, conversation.turn != former {
      wire.setDeadline(deadlines.limit(of: conversation.phase), ofTurn: conversation.turn)
    }
  }

  private func perform(_ action: Action) {
    switch action {
    case .write(let bytes): wire.write(bytes)
    case .writeThrough(let bytes): wire.write(bytes, tells: true)
    case .startTLS: wire.startTLS()
    case .askForPermit: break
    case .close: wire.close()
    }
  }
}
