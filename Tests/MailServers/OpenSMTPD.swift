import Foundation
public import SMTP
public import SMTPClient

/// OpenSMTPD, which delivers into a Maildir.
public final class OpenSMTPD: Sendable {
  private struct Start: Decodable {
    var ports: [String: Int]?
    var missing: String?
  }

  private let folder: ScratchFolder
  private let script: Script
  private let ports: [String: Int]

  /// Starts it.
  ///
  /// - Throws: ``Missing`` where this machine has not got it.
  public init() throws {
    folder = try ScratchFolder()
    script = try Script("opensmtpd.py", [folder.path, Certificates.shared().file(.good)])
    let start = try script.answer(Start.self)
    guard let ports = start.ports else { throw Missing(what: start.missing ?? "OpenSMTPD") }
    self.ports = ports
  }

  /// Where it listens, with TLS or without.
  public func server(_ security: Security) throws -> MailServer {
    MailServer(
      host: "localhost", port: ports[security.rawValue] ?? 0, security: security,
      authorities: try Certificates.shared().authority)
  }

  /// Waits until it has delivered as many messages, in no particular order.
  public func delivered(_ count: Int) throws -> [String] {
    let new = "\(folder.path)/mail/new"
    for _ in 0..<2_000 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: new)) ?? []
      if names.count >= count {
        return try names.map { try String(contentsOfFile: "\(new)/\($0)", encoding: .utf8) }
      }
      usleep(5_000)
    }
    throw Missing(what: "an OpenSMTPD that delivers")
  }
}
