import Foundation
import MailServers
import SMTP
import SMTPClient
import Testing

@Suite("doctor and the mail server", .serialized)
struct DoctorMailTests {
  private let desk: ProgramDesk

  init() throws {
    desk = try ProgramDesk()
    try desk.write("secret", RecordingServer.secret + "\n")
    try chmod("secret", 0o600)
  }

  private func chmod(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: desk.path(name))
  }

  private func configure(_ port: Int, _ lines: String) throws {
    try desk.write(
      "config.toml",
      """
      [delivery]
      carrier = "smtp"
      from = "shop@shop.example"
      smtp_host = "localhost"
      smtp_port = \(port)
      smtp_user = "\(RecordingServer.name)"
      smtp_secret = "file:secret"
      \(lines)
      """)
  }

  /// The lines about mail: level and text by topic, in order.
  private func found(_ run: ProgramRun) throws -> [(topic: String, level: String, text: String)] {
    let topics = ["carrier", "secret", "greeting", "tls", "hello", "login", "connect"]
    #expect(
      !run.output.contains(RecordingServer.secret) && !run.errors.contains(RecordingServer.secret))
    return try run.objects().compactMap { line in
      let topic = try #require(line["topic"] as? String)
      let text = try #require(line["text"] as? String)
      if line["level"] as? String == "fault" {
        #expect((line["remedy"] as? String)?.isEmpty == false)
      }
      return topics.contains(topic) ? (topic, try #require(line["level"] as? String), text) : nil
    }
  }

  @Test("without --connect nothing is connected, and the secret is fetched")
  func settings() throws {
    try configure(1, "")
    let run = try desk.run("doctor", "--json")
    #expect(run.status == 0)
    #expect(try found(run).map(\.topic) == ["carrier", "secret"])
  }

  @Test("a secret that others can read, or that is not there, is a fault")
  func secret() throws {
    try configure(1, "")
    try chmod("secret", 0o644)
    let open = try desk.run("doctor", "--json")
    #expect(open.status == 1)
    #expect(try found(open).last?.text.contains("chmod 600") == true)
    try FileManager.default.removeItem(atPath: desk.path("secret"))
    #expect(try found(try desk.run("doctor", "--json")).last?.level == "fault")
  }

  @Test("with --connect every step to the login is told, and nothing is sent")
  func connected() throws {
    let server: RecordingServer
    do {
      server = try RecordingServer()
    } catch let missing as Missing {
      print(missing)
      return
    }
    let authority = "smtp_ca_file = \"\(try Certificates.shared().authority)\""
    try configure(try server.server(.tls).port, authority)
    let run = try desk.run("doctor", "--connect", "--json")
    #expect(run.status == 0)
    #expect(
      try found(run).map(\.topic)
        == ["carrier", "secret", "tls", "greeting", "hello", "login", "connect"])
    #expect(try server.messages().isEmpty)

    try configure(
      try server.server(.startTLS).port, "smtp_security = \"starttls\"\n\(authority)")
    let upgraded = try found(try desk.run("doctor", "--connect", "--json"))
    #expect(
      upgraded.map(\.topic)
        == ["carrier", "secret", "greeting", "hello", "tls", "hello", "login", "connect"])

    try desk.write("secret", "wrong")
    let refused = try desk.run("doctor", "--connect", "--json")
    #expect(refused.status == 1)
    #expect(try found(refused).last?.text.contains("the server refused the login: 535") == true)

    try configure(try server.server(.tls).port, "")
    let strange = try found(try desk.run("doctor", "--connect", "--json"))
    #expect(strange.last?.text.contains("not vouched for") == true)
  }

  @Test("a server that cannot be reached is a fault with a remedy")
  func unreachable() throws {
    try configure(1, "")
    let run = try desk.run("doctor", "--connect", "--json")
    #expect(run.status == 1)
    let last = try #require(try found(run).last)
    #expect(last.level == "fault" && last.text.contains("refused"))
  }
}
