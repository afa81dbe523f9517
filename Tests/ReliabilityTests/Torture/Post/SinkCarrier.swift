package import AmendsPolicy
package import Delivery
import Ledger

/// Speaks just enough SMTP to carry a letter to the torture's own server, in the two phases of a carrier.
package struct SinkCarrier: Carrier {
  private let port: UInt16
  private let fate: Fate

  package init(port: UInt16, fate: Fate) {
    self.port = port
    self.fate = fate
  }

  /// Brings everything to the server but the dot.
  package func prepare(
    _ letter: Letter, as attempt: Fence, at now: Instant
  ) throws(CarrierFault) -> SinkMessage {
    let talk = try SinkTalk(port: port)
    try talk.expect(220)
    try talk.say("EHLO torture", expect: 250)
    try talk.say("MAIL FROM:<shop@example.com>", expect: 250)
    try talk.say("RCPT TO:<\(letter.recipient.address)>", expect: 250)
    try talk.say("DATA", expect: 354)
    let identity = try MailIdentity(attempt.item).text
    talk.write("Message-ID: <\(identity)@torture.example>\r\n\r\n\(letter.text)\r\n")
    return SinkMessage(talk: talk, fate: fate)
  }

  /// A mail server does not say what became of a message.
  package func trace(_ attempt: Fence) -> Trace { .unknown }
}

/// A message of which the server has everything but the dot.
package struct SinkMessage: ReadyMessage {
  let talk: SinkTalk
  let fate: Fate

  package func leave() -> Outcome {
    guard talk.write(".\r\n") else { return .lost(reason: "the dot could not be written") }
    fate.pass(.dot, .during)
    switch talk.answer() {
    case .some(200...299): return .sent
    case .some(400...499): return .deferred(reason: "the server wants it later")
    case .some(500...599): return .refused(reason: "the server does not want it")
    default: return .lost(reason: "the server gave no answer")
    }
  }

  package func discard() {}
}
