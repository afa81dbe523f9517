import MailServers
import SMTP
import SMTPClient
import Testing

@Suite("What real servers take, byte by byte", .serialized)
struct RealServerTests {
  private static let recording = Result { try RecordingServer() }

  /// The server; `nil`, and a word about it, where this machine has not got it.
  private static func recordingServer() throws -> RecordingServer? {
    do {
      return try recording.get()
    } catch let missing as Missing {
      print(missing)
      return nil
    }
  }

  private static let cases: [(Security, Mechanism?)] = Security.allCases.flatMap { security in
    Mechanism.allCases.map { (security, $0) } + [(security, nil)]
  }

  @Test("aiosmtpd: every protection with every login", arguments: cases)
  func recorded(_ security: Security, _ mechanism: Mechanism?) throws {
    guard let recording = try Self.recordingServer() else { return }
    let count = try recording.messages().count
    let login = mechanism.flatMap { Mail.login($0) }
    let session = try Mail.session(with: recording.server(security), login)
    try #require(session.prepare() == nil)
    #expect(try recording.messages().count == count)
    guard case .sent(let reply) = session.leave(while: { true }) else {
      Issue.record("not sent")
      return
    }
    #expect("\(reply)" == "250 2.0.0 kept as \(count + 1)")
    let message = try #require(try recording.messages().last)
    #expect(try recording.messages().count == count + 1)
    #expect(message.bytes == Array(Mail.text.utf8))
    #expect(message.from == "shop@shop.example")
    #expect(message.to == ["a@marketplace.amazon.com"])
    #expect(message.user == (mechanism == nil ? nil : RecordingServer.name))
    #expect(message.mechanism == mechanism?.rawValue)
    #expect(message.tls == (security != .none))
    #expect(message.hello == "[127.0.0.1]")
  }

  @Test(
    "aiosmtpd: a wrong password is a refusal of the login, and nothing is sent",
    arguments: Mechanism.allCases)
  func wrongPassword(_ mechanism: Mechanism) throws {
    guard let recording = try Self.recordingServer() else { return }
    let count = try recording.messages().count
    let session = try Mail.session(
      with: recording.server(.tls), Mail.login(mechanism, secret: "wrong"))
    guard case .notSentEver(.refusal(let reply, .authenticating)) = session.prepare() else {
      Issue.record("\(String(describing: session.prepare()))")
      return
    }
    #expect(reply.code.number == 535)
    #expect(try recording.messages().count == count)
  }

  @Test("aiosmtpd: what is discarded, or not let go in time, is not taken")
  func discarded() throws {
    guard let recording = try Self.recordingServer() else { return }
    let count = try recording.messages().count
    for security in Security.allCases {
      let discarded = try Mail.session(with: recording.server(security))
      #expect(discarded.prepare() == nil)
      discarded.discard()
      let stale = try Mail.session(with: recording.server(security))
      #expect(stale.prepare() == nil)
      #expect(stale.leave(while: { false }) == .notSentNow(.withdrawn))
    }
    let last = try Mail.session(with: recording.server(.tls))
    #expect(last.prepare() == nil)
    guard case .sent = last.leave(while: { true }) else {
      Issue.record("not sent")
      return
    }
    #expect(try recording.messages().count == count + 1)
  }

  @Test("aiosmtpd: an introduction goes as far as the login and sends nothing")
  func introduction() throws {
    guard let recording = try Self.recordingServer() else { return }
    let count = try recording.messages().count
    let session = Session(
      .introduce, with: try recording.server(.startTLS), login: Mail.login(),
      deadlines: Mail.patient)
    #expect(session.prepare() == .introduced)
    #expect(session.milestones.count == 5)
    #expect(session.milestones.last == .authenticated(.plain))
    #expect(try recording.messages().count == count)
  }

  @Test("OpenSMTPD, in the clear and behind TLS: the Maildir holds what was meant")
  func delivered() throws {
    let server: OpenSMTPD
    do {
      server = try OpenSMTPD()
    } catch let missing as Missing {
      print(missing)
      return
    }
    for security in [Security.none, .tls] {
      let session = try Mail.session(with: server.server(security))
      try #require(session.prepare() == nil)
      guard case .sent(let reply) = session.leave(while: { true }) else {
        Issue.record("not sent")
        return
      }
      #expect("\(reply)".contains("Message accepted for delivery"))
    }
    let meant = Mail.text.replacing("\r\n", with: "\n")
    for mail in try server.delivered(2) {
      #expect(mail.hasSuffix(meant))
      #expect(mail.contains("Delivered-To: a@marketplace.amazon.com"))
      #expect(mail.contains("Return-Path: <shop@shop.example>"))
    }
  }
}
