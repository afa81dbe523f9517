import Foundation
public import SMTP
public import SMTPClient

/// aiosmtpd, which keeps what it takes.
public final class RecordingServer: Sendable {
  /// A message as the server took it.
  public struct Message: Decodable, Sendable {
    /// The envelope's sender.
    public var from: String
    /// The envelope's recipients.
    public var to: [String]
    /// Who was logged in.
    public var user: String?
    /// By which mechanism.
    public var mechanism: String?
    /// Whether it came under TLS.
    public var tls: Bool
    /// As whom the other side introduced itself.
    public var hello: String
    private var content: Data

    /// The message, without its dot.
    public var bytes: [UInt8] { Array(content) }
  }

  private struct Start: Decodable {
    var ports: [String: Int]?
    var missing: String?
  }

  /// The name and the secret that it takes.
  public static let (name, secret) = ("amy@shop.example", "a sécret: \\ \"'$(x)")

  /// The folder of what it keeps.
  public let folder: ScratchFolder
  private let script: Script
  private let ports: [String: Int]

  /// Starts it.
  ///
  /// - Throws: ``Missing`` where this machine has not got it.
  public init() throws {
    folder = try ScratchFolder()
    let certificate = try Certificates.shared().file(.good)
    script = try Script("recording.py", [folder.path, certificate, Self.name, Self.secret])
    let start = try script.answer(Start.self)
    guard let ports = start.ports else { throw Missing(what: start.missing ?? "aiosmtpd") }
    self.ports = ports
  }

  /// Where it listens.
  public func server(_ security: Security, host: String = "localhost") throws -> MailServer {
    MailServer(
      host: host, port: ports[security.rawValue] ?? 0, security: security,
      authorities: try Certificates.shared().authority)
  }

  /// What it has taken so far, in order.
  public func messages() throws -> [Message] {
    var messages: [Message] = []
    while let data = FileManager.default.contents(
      atPath: "\(folder.path)/\(messages.count + 1).json")
    {
      messages.append(try JSONDecoder().decode(Message.self, from: data))
    }
    return messages
  }
}
