/// What became of a conversation; exactly one for each.
public enum Ending: Hashable, Sendable {
  /// The server took the message, with its reply as evidence.
  case sent(Reply)
  /// It was certainly not sent; another time it may be.
  case notSentNow(Reason)
  /// It was certainly not sent, and would not be in this way.
  case notSentEver(Reason)
  /// The dot was written and nobody knows what became of it.
  case uncertain(Reason)
  /// The server would talk to us; there was nothing to send.
  case introduced
}

/// Why a message was not sent, or why nobody knows.
public enum Reason: Hashable, Sendable {
  /// The server refused.
  case refusal(Reply, Phase)
  /// The server answered what does not fit what was asked.
  case misfit(Reply, Phase)
  /// What the server sent is no reply.
  case malformed(ReplyFault, Phase)
  /// The server spoke when it was not its turn.
  case outOfTurn(Phase)
  /// The connection could not be made, or is gone, with the reason.
  case lost(String, Phase)
  /// The time of a phase was over.
  case expired(Phase)
  /// The server does not offer TLS.
  case noTLS
  /// The server offers no login that may be used.
  case noMechanism
  /// The message is larger than the server's limit in bytes.
  case tooLarge(Int)
  /// There was no permit.
  case withdrawn

  /// The reason in plain words, with what to do about it where that is known.
  public var inWords: String {
    switch self {
    case .refusal(let reply, let phase): "the server refused \(phase.question): \(reply)"
    case .misfit(let reply, let phase):
      "the server's answer to \(phase.question) makes no sense: \(reply)"
    case .malformed(let fault, let phase):
      "the server's answer to \(phase.question) \(fault.inWords)"
    case .outOfTurn(let phase): "the server spoke out of turn, while it was about \(phase.question)"
    case .lost(let reason, .connecting): "the server cannot be reached: \(reason)"
    case .lost(let reason, let phase): "no answer to \(phase.question): \(reason)"
    case .expired(.connecting): "the server cannot be reached in time"
    case .expired(.awaitingPermit): "its permit was not opened in time"
    case .expired(let phase): "no answer to \(phase.question) in time"
    case .noTLS:
      "the server does not offer STARTTLS: somebody may be in between, or smtp_security is to be tls"
    case .noMechanism:
      "the server offers no login by PLAIN, LOGIN or XOAUTH2 here that the settings allow"
    case .tooLarge(let limit): "the message is larger than the server's \(limit) bytes"
    case .withdrawn: "it was not let go"
    }
  }
}
