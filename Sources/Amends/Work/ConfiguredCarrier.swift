import AmendsPolicy
import Delivery

/// The carrier that a configuration names, whichever that is.
enum ConfiguredCarrier: Carrier {
  case maildir(Maildir)
  case smtp(SMTPCarrier)

  /// A message that waits for its permit.
  enum Message: ReadyMessage {
    case written(WrittenMessage)
    case submitted(SubmittedMessage)

    func leave() -> Outcome {
      switch self {
      case .written(let message): message.leave()
      case .submitted(let message): message.leave()
      }
    }

    func discard() {
      switch self {
      case .written(let message): message.discard()
      case .submitted(let message): message.discard()
      }
    }
  }

  /// The carrier of a choice, with nothing opened or connected yet; `nil` where that is a person.
  init?(_ choice: CarrierChoice) {
    switch choice {
    case .byHand: return nil
    case .maildir(let path, let from): self = .maildir(Maildir(path: path, sender: from))
    case .smtp(let server, let from, let login):
      self = .smtp(
        SMTPCarrier(server, sender: from, login: login, uptime: SystemClock.uptime))
    }
  }

  /// The shop's address.
  var sender: MailAddress {
    switch self {
    case .maildir(let maildir): maildir.sender
    case .smtp(let carrier): carrier.sender
    }
  }

  func prepare(
    _ letter: Letter,
    as attempt: Fence,
    at now: Instant
  ) throws(CarrierFault) -> Message {
    switch self {
    case .maildir(let maildir): .written(try maildir.prepare(letter, as: attempt, at: now))
    case .smtp(let carrier): .submitted(try carrier.prepare(letter, as: attempt, at: now))
    }
  }

  func trace(_ attempt: Fence) throws(CarrierFault) -> Trace {
    switch self {
    case .maildir(let maildir): try maildir.trace(attempt)
    case .smtp(let carrier): carrier.trace(attempt)
    }
  }
}

extension Workplace {
  /// What takes this desk's replies away; `nil` where a person hands them over.
  var carrier: ConfiguredCarrier? { ConfiguredCarrier(configuration.carrier) }
}
