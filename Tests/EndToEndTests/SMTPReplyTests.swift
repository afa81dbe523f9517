import AmendsPolicy
import Foundation
import Ledger
import MailServers
import SMTP
import SMTPClient
import Store
import Testing

/// A reply from the inbox to a real mail server.
@Suite(.serialized, .enabled(if: Certificates.areThere))
struct SMTPReplyTests {
  private static let order = "114-7863528-521221"

  private let desk: Desk

  init() throws {
    desk = try Desk()
    let rows = (1...2).map { person in
      "9/2\(person)/26\t1\tThe glass base of the kettle arrived cracked.\t\t\(Self.order)\(person)"
        + "\tqw2smy2gutcr6\(person)@marketplace.amazon.com"
    }
    let file = try desk.write(
      "feedback.tsv",
      "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\r\n"
        + rows.joined(separator: "\r\n") + "\r\n")
    try desk.run(["import", file])
  }

  private func configure(_ server: MailServer, _ login: String = "") throws {
    _ = try desk.write(
      "config.toml",
      """
      [contact]
      quiet_hours = "none"
      [delivery]
      carrier = "smtp"
      from = "shop@shop.example"
      smtp_host = "localhost"
      smtp_port = \(server.port)
      smtp_security = "\(server.security.rawValue)"
      smtp_ca_file = "\(try Certificates.shared().authority)"
      undo_seconds = 0
      \(login)
      """)
  }

  private let honest =
    "I am sorry that the glass base of your kettle arrived cracked."
    + " A new kettle leaves tomorrow and costs you nothing. Kind regards, Amy"

  private func answer(_ session: Session) throws {
    try session.see("glass base")
    try session.composeMessage()
    try session.type(honest)
    try session.see("● saved")
  }

  @Test("It leaves by SMTP under TLS, with a login, and the contact is recorded")
  func leaves() throws {
    let server: RecordingServer
    do {
      server = try RecordingServer()
    } catch let missing as Missing {
      print(missing)
      return
    }
    let secret = try desk.write("secret", RecordingServer.secret)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
    try configure(
      server.server(.tls),
      "smtp_user = \"\(RecordingServer.name)\"\nsmtp_secret = \"file:\(secret)\"")
    let session = try Session(desk)
    try answer(session)
    try session.press("C-s")
    try session.see("a reply has left")
    let message = try #require(try server.messages().first)
    let relay = try #require(message.to.first)
    #expect(message.to.count == 1 && relay.hasSuffix("@marketplace.amazon.com"))
    #expect(message.user == RecordingServer.name)
    let text = String(decoding: message.bytes, as: UTF8.self)
    #expect(text.contains("Subject: Your order \(Self.order)"))
    let store = try desk.store()
    let customer = try #require(try store.customer(for: .relay(relay)))
    #expect(try store.events(of: customer.id).map(\.kind) == [.contacted])
    try session.press("Q")
    try session.waitForEnd()
  }

  @Test("A mail server that says nothing keeps no draft waiting")
  func slowServer() throws {
    let hostile = try HostileServer()
    try configure(hostile.expect(Misbehaviour("greeting", "silent", .none)))
    let session = try Session(desk)
    try answer(session)
    try session.press("C-s")
    try session.see("queued")
    try waitForSending()
    try session.press("j")
    try answer(session)
    #expect(try desk.store().outbox().first?.item.state == .sending)
    #expect(try desk.store().openDrafts().map(\.text) == [honest])
    session.kill()
    try session.waitForEnd()
  }

  private func waitForSending() throws {
    let store = try desk.store()
    for _ in 0..<2_000 {
      if try store.outbox().first?.item.state == .sending { return }
      usleep(5_000)
    }
    Issue.record("it never began to leave")
  }
}
