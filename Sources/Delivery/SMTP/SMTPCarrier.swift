public import AmendsPolicy
import Ledger
public import SMTP
public import SMTPClient

/// The carrier that hands messages to a mail server.
///
/// Before the permit the server has accepted sender, recipient and the whole message up to the final dot;
/// after the permit nothing is written but the dot. A session that ends before it has sent nothing.
public struct SMTPCarrier: Carrier {
  private let server: MailServer
  /// The shop's address.
  public let sender: MailAddress
  private let login: MailLogin?
  private let deadlines: Deadlines
  private let uptime: @Sendable () -> Duration

  /// A carrier to a server.
  ///
  /// - Parameters:
  ///   - server: Who takes the messages.
  ///   - sender: The shop's address, authorised in Seller Central.
  ///   - login: How to log in; `nil` where nobody does.
  ///   - deadlines: How long each phase may take.
  ///   - uptime: How long the machine has been up, the time that it was asleep included.
  public init(
    _ server: MailServer,
    sender: MailAddress,
    login: MailLogin?,
    deadlines: Deadlines = .standard,
    uptime: @escaping @Sendable () -> Duration
  ) {
    self.server = server
    self.sender = sender
    self.login = login
    self.deadlines = deadlines
    self.uptime = uptime
  }

  /// Says everything but the dot; blocks until that is done.
  ///
  /// - Throws: ``CarrierFault/permanent(_:)`` where the server will not have this message,
  ///   ``CarrierFault/transient(_:)`` where it takes none for now; nothing was sent.
  public func prepare(
    _ letter: Letter,
    as attempt: Fence,
    at now: Instant
  ) throws(CarrierFault) -> SubmittedMessage {
    let identity = try MailIdentity(attempt.item).messageID(from: sender)
    let purpose = try purpose(letter, at: now)
    let session = Session(purpose, with: server, login: try resolvedLogin(), deadlines: deadlines)
    if let ending = session.prepare() { throw CarrierFault(before: ending) }
    return SubmittedMessage(session, identity: identity, readyAt: uptime(), uptime: uptime)
  }

  /// Nothing can be known of a message whose program ended with its permit open; without one it was not sent.
  public func trace(_ attempt: Fence) -> Trace { .unknown }

  private func purpose(_ letter: Letter, at now: Instant) throws(CarrierFault) -> Purpose {
    let message = try MailMessage(letter, from: sender, at: now)
    do {
      return .deliver(
        try MessageText(message.bytes(.carriageReturnLineFeed)),
        from: try EnvelopePath(sender.description),
        to: try EnvelopePath(letter.recipient.address.description))
    } catch {
      throw .permanent("the message cannot go over the wire: \(error)")
    }
  }

  private func resolvedLogin() throws(CarrierFault) -> Login? {
    do {
      return try login?.resolve()
    } catch {
      throw .transient(error.inWords)
    }
  }
}

extension CarrierFault {
  /// What a session that ended before the permit says of the message, or of the server.
  ///
  /// Only what a server says of recipient or message is this message's fault; a login that is refused, or a
  /// sender, concerns all messages alike, and these wait until somebody has put it right.
  init(before ending: Ending) {
    switch ending {
    case .notSentEver(let reason) where reason.isAboutTheMessage: self = .permanent(reason.inWords)
    case .notSentEver(let reason), .notSentNow(let reason), .uncertain(let reason):
      self = .transient(reason.inWords)
    case .sent, .introduced: self = .transient("the server was ahead of its time")
    }
  }
}

extension Reason {
  /// Whether another message might be taken.
  fileprivate var isAboutTheMessage: Bool {
    switch self {
    case .tooLarge: true
    case .refusal(_, let phase): phase == .namingRecipient || phase == .announcing
    default: false
    }
  }
}
