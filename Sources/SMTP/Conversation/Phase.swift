/// How far a conversation is; each phase but the last two waits for one thing of the other side.
public enum Phase: String, Sendable, CaseIterable {
  /// For the connection, with TLS where that comes first.
  case connecting
  /// For the server's greeting.
  case greeting
  /// For the answer to `EHLO`.
  case introducing
  /// For the answer to `HELO`.
  case fallingBack
  /// For the answer to `STARTTLS`.
  case askingForTLS
  /// For TLS itself.
  case securing
  /// For the answer to a line of the login.
  case authenticating
  /// For the answer to `MAIL`.
  case namingSender
  /// For the answer to `RCPT`.
  case namingRecipient
  /// For the answer to `DATA`.
  case announcing
  /// For the message to be on its way.
  case sendingMessage
  /// For the desk to open the permit.
  case awaitingPermit
  /// For the answer to the dot.
  case awaitingOutcome
  /// For nothing.
  case over

  /// Whether the server is to speak now; what it says at any other time is out of turn.
  var awaitsReply: Bool {
    switch self {
    case .connecting, .securing, .sendingMessage, .awaitingPermit, .over: false
    default: true
    }
  }

  /// What was asked for, in words that follow “the server's answer to”.
  var question: String {
    switch self {
    case .connecting, .greeting: "the connection"
    case .introducing: "EHLO"
    case .fallingBack: "HELO"
    case .askingForTLS, .securing: "STARTTLS"
    case .authenticating: "the login"
    case .namingSender: "the sender"
    case .namingRecipient: "the recipient"
    case .announcing: "DATA"
    case .sendingMessage, .awaitingPermit, .awaitingOutcome, .over: "the message"
    }
  }
}
