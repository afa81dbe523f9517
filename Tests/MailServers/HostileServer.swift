import Foundation
public import SMTP
public import SMTPClient

/// What a server does wrong, and where.
public struct Misbehaviour: Encodable, Sendable, CustomStringConvertible {
  /// Where, by the name of what it ought to answer: `greeting`, `EHLO`, `dot` and so on.
  public var phase: String
  /// What: `silent`, `drips`, `closes` and so on, or `says` for a ``text`` of its own.
  public var kind: String
  /// How the connection is protected.
  public var security: Security
  /// What it says instead of what belongs there.
  public var text = ""
  /// The certificate that it shows.
  public var certificate = Certificates.Kind.good
  /// How long it does not read.
  public var seconds = 0.0

  /// Something that a server does wrong.
  public init(
    _ phase: String, _ kind: String, _ security: Security = .none, text: String = "",
    certificate: Certificates.Kind = .good, seconds: Double = 0
  ) {
    self.phase = phase
    self.kind = kind
    self.security = security
    self.text = text
    self.certificate = certificate
    self.seconds = seconds
  }

  /// All of it on a line.
  public var description: String { "\(security.rawValue): \(phase) \(kind) \(text)" }

  private enum Key: CodingKey { case phase, kind, security, text, certificate, seconds }

  /// Writes it as the script reads it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(phase, forKey: .phase)
    try container.encode(kind, forKey: .kind)
    try container.encode(security.rawValue, forKey: .security)
    try container.encode(text, forKey: .text)
    try container.encode(Certificates.shared().file(certificate), forKey: .certificate)
    try container.encode(seconds, forKey: .seconds)
  }
}

/// A mail server that does one thing wrong in each conversation.
public final class HostileServer: Sendable {
  /// What a conversation was from the server's side.
  public struct Heard: Decodable, Sendable {
    /// Everything that it heard, a character for a byte.
    public var heard: String
    /// How many bytes it said.
    public var said: Int

    /// Whether the end of a message was among it.
    public var holdsDot: Bool { Array(heard.utf8).contains(Array("\r\n.\r\n".utf8)) }
  }

  private struct Port: Decodable { var port: Int }
  private struct Signal: Decodable { var misbehaves: Bool }

  private let script: Script

  /// Starts it.
  public init() throws { script = try Script("hostile.py") }

  /// Makes it ready for one conversation, and says where.
  public func expect(_ misbehaviour: Misbehaviour, host: String = "localhost") throws -> MailServer
  {
    try script.tell(misbehaviour)
    return MailServer(
      host: host, port: try script.answer(Port.self).port, security: misbehaviour.security,
      authorities: try Certificates.shared().authority)
  }

  /// Waits until it misbehaves in the phase `message`.
  public func waitForMisbehaviour() throws { _ = try script.answer(Signal.self) }

  /// Waits for the end of the conversation.
  public func end() throws -> Heard { try script.answer(Heard.self) }
}
