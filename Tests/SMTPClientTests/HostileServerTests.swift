import Foundation
import MailServers
import SMTP
import Testing

@testable import SMTPClient

@Suite(
  "Hostile servers: a definite outcome in every phase, bounded memory, never a hang", .serialized,
  .enabled(if: Certificates.areThere))
struct HostileServerTests {
  private let hostile: HostileServer

  init() throws { hostile = try HostileServer() }

  /// Phases in which the server is to answer, with the phase of ours that waits for it.
  private static let phases: [(Security, String, Phase)] = [
    (.tls, "greeting", .greeting), (.startTLS, "EHLO before TLS", .introducing),
    (.startTLS, "STARTTLS", .askingForTLS), (.startTLS, "EHLO", .introducing),
    (.tls, "AUTH user", .authenticating), (.tls, "AUTH secret", .authenticating),
    (.startTLS, "AUTH", .authenticating), (.tls, "MAIL", .namingSender),
    (.startTLS, "RCPT", .namingRecipient), (.tls, "DATA", .announcing),
    (.tls, "dot", .awaitingOutcome),
    (.none, "dot", .awaitingOutcome), (.none, "greeting", .greeting),
    (.none, "MAIL", .namingSender),
  ]

  private static let kinds = [
    "silent", "drips", "endless line", "endless lines", "NUL", "lone line feed", "no code",
    "out of turn", "closes", "resets", "half a reply",
  ]

  @Test("in the place of each answer", arguments: phases, kinds)
  func instead(_ place: (Security, String, Phase), _ kind: String) throws {
    let (security, name, phase) = place
    let server = try hostile.expect(Misbehaviour(name, kind, security))
    let isTimed = kind == "silent" || kind == "drips"
    let deadlines = Deadlines(
      usual: .seconds(60), isTimed ? [phase: .milliseconds(250)] : [:])
    let session = try Mail.session(with: server, Mail.login(.login), deadlines: deadlines)
    let ending = session.prepare() ?? session.leave(while: { true })
    let heard = try hostile.end()
    switch (ending, name, kind) {
    case (.sent, "dot", "out of turn"), (.uncertain, "dot", _): #expect(heard.holdsDot)
    case (.notSentNow(let reason), _, _):
      #expect(name != "dot" && !heard.holdsDot)
      if isTimed { #expect(reason == .expired(phase)) }
    default: Issue.record("\(ending)")
    }
    #expect(heard.said < 32 << 20, "it went on listening to \(heard.said) bytes")
  }

  @Test(
    "instead of TLS", arguments: [Security.tls, .startTLS], ["silent", "closes", "resets", "says"])
  func insteadOfTLS(_ security: Security, _ kind: String) throws {
    let server = try hostile.expect(Misbehaviour("TLS", kind, security, text: "220 hello\r\n"))
    let waiting: Phase = security == .tls ? .connecting : .securing
    let session = try Mail.session(
      with: server, Mail.login(),
      deadlines: Deadlines(
        usual: .seconds(60), kind == "silent" ? [waiting: .milliseconds(250)] : [:]))
    guard case .notSentNow(let reason) = session.prepare() else {
      Issue.record("not what was expected")
      return
    }
    if kind == "silent" { #expect(reason == .expired(waiting)) }
    let heard = try hostile.end().heard
    #expect(!heard.contains("AUTH") && !heard.contains("MAIL FROM"))
  }

  @Test("plaintext behind the answer to STARTTLS is never taken for an answer under TLS")
  func injected() throws {
    let server = try hostile.expect(
      Misbehaviour("STARTTLS", "says", .startTLS, text: "220 go on\r\n250 AUTH PLAIN\r\n"))
    let session = try Mail.session(with: server, Mail.login())
    #expect(session.prepare() == .notSentNow(.outOfTurn(.askingForTLS)))
    #expect(try !hostile.end().heard.contains("AUTH"))
  }

  @Test("a server without STARTTLS is told nothing, not even the login")
  func stripped() throws {
    let server = try hostile.expect(
      Misbehaviour("EHLO before TLS", "says", .startTLS, text: "250-mx\r\n250 AUTH PLAIN\r\n"))
    let session = try Mail.session(with: server, Mail.login())
    #expect(session.prepare() == .notSentNow(.noTLS))
    #expect(try hostile.end().heard == "EHLO [127.0.0.1]\r\nQUIT\r\n")
  }

  @Test(
    "what happens while the message is on its way, or waits for its permit, keeps the dot back",
    arguments: ["out of turn", "NUL", "no code", "closes", "resets", "endless line", "drips"])
  func beforeTheDot(_ kind: String) throws {
    let server = try hostile.expect(Misbehaviour("message", kind))
    let session = try Mail.session(with: server)
    let early = session.prepare()
    try hostile.waitForMisbehaviour()
    if early == nil { session.waitForNews() }
    guard case .notSentNow = early ?? session.leave(while: { true }) else {
      Issue.record("not what was expected")
      return
    }
    let heard = try hostile.end()
    #expect(!heard.holdsDot)
    #expect(heard.said < 32 << 20)
  }

  @Test("a server that does not read the message gets no dot")
  func unread() throws {
    let line = String(repeating: "x", count: 990) + "\r\n"
    let purpose = try Mail.purpose(String(repeating: line, count: 3_000))
    let server = try hostile.expect(Misbehaviour("message", "does not read", seconds: 0.5))
    let deadlines = Deadlines(usual: .seconds(60), [.sendingMessage: .milliseconds(200)])
    let session = Session(purpose, with: server, login: nil, deadlines: deadlines)
    #expect(session.prepare() == .notSentNow(.expired(.sendingMessage)))
    _ = try hostile.end()
  }

  @Test("a permit that nobody opens or refuses keeps no connection open")
  func dropped() throws {
    let server = try hostile.expect(Misbehaviour("dot", "silent"))
    do {
      let session = try Mail.session(with: server)
      #expect(session.prepare() == nil)
    }
    #expect(try !hostile.end().holdsDot)
  }

  @Test(
    "the answer to the dot decides, and the farewell is not waited for",
    arguments: [
      ("250 ok", "sent"), ("251 ok", "sent"), ("354 go on", "uncertain"), ("451 later", "now"),
      ("554 no", "ever"),
    ])
  func answers(_ text: String, _ expected: String) throws {
    let server = try hostile.expect(Misbehaviour("dot", "says", text: "\(text)\r\n"))
    let session = try Mail.session(with: server)
    try #require(session.prepare() == nil)
    switch (session.leave(while: { true }), expected) {
    case (.sent, "sent"), (.uncertain, "uncertain"), (.notSentNow, "now"), (.notSentEver, "ever"):
      break
    case (let ending, _): Issue.record("\(ending)")
    }
    #expect(
      try hostile.end().heard.hasSuffix(expected == "uncertain" ? "\r\n.\r\n" : ".\r\nQUIT\r\n"))
  }

  @Test("without TLS no other machine is written to")
  func otherMachine() throws {
    guard let address = OwnAddress.find() else {
      print("not run: it needs an address of this machine other than its own loopback")
      return
    }
    let listener = try OwnAddress.listen(at: address)
    let server = MailServer(host: address, port: listener.port, security: .none)
    guard
      case .notSentNow(.lost(let reason, .connecting)) = try Mail.session(with: server).prepare()
    else {
      Issue.record("not what was expected")
      return
    }
    #expect(reason.contains("another machine"))
  }
}

extension Session {
  /// Waits until something has happened on the connection that nobody has looked at.
  fileprivate func waitForNews() { while !hasNews { sched_yield() } }
}
