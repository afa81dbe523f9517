import MailServers
import SMTP
import SMTPClient
import Testing

@Suite(
  "A server is believed only with the right certificate", .serialized,
  .enabled(if: Certificates.areThere))
struct TrustTests {
  private let hostile: HostileServer

  init() throws { hostile = try HostileServer() }

  /// The words of an ending that came before the dot; `nil` for any other.
  private func words(_ ending: Ending?) -> String? {
    if case .notSentNow(let reason) = ending { reason.inWords } else { nil }
  }

  private static let wrong: [(Certificates.Kind, String)] = [
    (.misnamed, "its certificate is not for localhost"),
    (.untrusted, "its certificate is not vouched for by anybody who is trusted here"),
    (.expired, "its certificate is not vouched for by anybody who is trusted here"),
  ]

  @Test(
    "a wrong certificate ends it before anything is said", arguments: wrong,
    [Security.tls, .startTLS])
  func wrongCertificate(_ row: (Certificates.Kind, String), _ security: Security) throws {
    let server = try hostile.expect(
      Misbehaviour("never", "nothing", security, certificate: row.0))
    let session = try Mail.session(with: server, Mail.login())
    #expect(words(session.prepare())?.hasSuffix(row.1) == true)
    let heard = try hostile.end().heard
    #expect(!heard.contains("AUTH") && !heard.contains("MAIL"))
  }

  @Test("an authority that is not ours is none, and one that this machine does not know neither")
  func authorities() throws {
    let server = try hostile.expect(Misbehaviour("never", "nothing", .tls))
    var strange = server
    strange.authorities = nil
    let session = try Mail.session(with: strange)
    #expect(words(session.prepare())?.contains("not vouched for") == true)
    _ = try hostile.end()
  }

  @Test("a server by its address has a certificate for its address")
  func address() throws {
    let server = try hostile.expect(Misbehaviour("dot", "out of turn", .tls), host: "127.0.0.1")
    let session = try Mail.session(with: server)
    #expect(session.prepare() == nil)
    session.discard()
    _ = try hostile.end()
  }

  @Test(
    "a file of authorities that cannot be read is named",
    arguments: ["/nonexistent.pem", "/dev/null"])
  func unreadable(_ path: String) throws {
    let server = MailServer(host: "localhost", port: 9, security: .tls, authorities: path)
    #expect(
      words(try Mail.session(with: server).prepare())
        == "the server cannot be reached: \(path) cannot be read as certificates")
  }

  @Test("TLS of an older version is none")
  func oldTLS() throws {
    let server = try hostile.expect(Misbehaviour("TLS", "old TLS", .tls))
    #expect(words(try Mail.session(with: server).prepare())?.contains("TLS") == true)
    _ = try hostile.end()
  }

  @Test("a port where nobody listens, a host that nobody knows")
  func nobody() throws {
    let silent = MailServer(host: "127.0.0.1", port: 1, security: .tls)
    #expect(
      words(try Mail.session(with: silent).prepare())
        == "the server cannot be reached: Connection refused")
    let unknown = MailServer(host: "mail.invalid", port: 25, security: .tls)
    #expect(
      words(try Mail.session(with: unknown).prepare())?.hasPrefix("the server cannot be reached")
        == true)
  }
}
