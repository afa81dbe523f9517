import Testing

@testable import SMTP

@Suite("Nothing can be injected into a conversation")
struct InjectionTests {
  @Test(
    "an envelope takes no text that could end its command",
    arguments: [
      "a@b.de>\r\nRCPT TO:<x@y.de", "a@b.de\r", "a@b.de\n", "a b@c.de", "<a@b.de", "a@b.de>", "",
      "a\u{0}@b.de", "ä@b.de", "a@b.de\u{2028}", "a\t@b.de", "a@b.de SIZE=1",
      String(repeating: "a", count: 255),
    ])
  func envelope(_ text: String) {
    #expect(throws: EnvelopeFault.self) { try EnvelopePath(text) }
  }

  @Test(
    "a message takes no line end that a server might see otherwise",
    arguments: [
      ("a\n", .loneLineEnd), ("a\r", .loneLineEnd), ("a\r\r\n", .loneLineEnd),
      ("a\r\n\n.\r\n", .loneLineEnd), ("a\n.\r\nMAIL FROM:<x@y.de>\r\n", .loneLineEnd),
      ("a\r\n.\rb\r\n", .loneLineEnd), ("", .loneLineEnd), ("a", .loneLineEnd),
      ("ä\r\n", .notPlain),
      ("a\u{0}\r\n", .notPlain), (String(repeating: "a", count: 999) + "\r\n", .longLine),
    ] as [(String, MessageFault)])
  func message(_ text: String, _ fault: MessageFault) {
    #expect(throws: fault) { try MessageText(Array(text.utf8)) }
  }

  @Test(
    "a dot at the start of a line is doubled, and no line of the wire is a dot alone",
    arguments: [
      (".\r\n", "..\r\n"), ("a\r\n.\r\n\r\n..b\r\n", "a\r\n..\r\n\r\n...b\r\n"),
      ("a.\r\n", "a.\r\n"),
      ("\r\n", "\r\n"),
      (String(repeating: ".", count: 998) + "\r\n", String(repeating: ".", count: 999) + "\r\n"),
    ])
  func dots(_ text: String, _ wire: String) throws {
    let message = try MessageText(Array(text.utf8))
    #expect(message.stuffed == Array(wire.utf8))
    #expect(message.size == text.utf8.count)
  }

  @Test("a name holds no control character, which a token's answer is divided by")
  func userName() {
    for text in ["", "a\u{1}auth=Bearer x", "a\u{0}b", "a\n", String(repeating: "a", count: 256)] {
      #expect(UserName(text) == nil)
    }
    #expect(UserName("amélie@shop.example")?.text == "amélie@shop.example")
  }

  @Test("a login printed in any way shows no secret")
  func printed() throws {
    let user = try #require(UserName("amy"))
    let login = Login(user: user, secret: OpenSecret(text: "canary"))
    var conversation = Conversation(.introduce, security: .none, login: login)
    let greetings: [Event] = [.connected, .received(Array("220 x\r\n".utf8))]
    for event in greetings { _ = conversation.handle(event) }
    _ = conversation.handle(.received(Array("250-x\r\n250 AUTH LOGIN\r\n".utf8)))
    #expect(conversation.phase == .authenticating)
    var dumped = ""
    dump((login, conversation), to: &dumped)
    #expect(dumped.contains("amy"))
    #expect(
      !"\(login) \(conversation) \(String(reflecting: conversation)) \(dumped)".contains("canary"))
  }
}

@Suite("A secret that is not needed any more")
struct ForgottenSecretTests {
  private final class Watched: SecretBytes {
    func withBytes<Answer>(_ use: (UnsafeRawBufferPointer) -> Answer) -> Answer {
      Array("x".utf8).withUnsafeBytes(use)
    }
  }

  @Test("is let go with the answer to the login", arguments: ["235 ok\r\n", "535 no\r\n", "2\n"])
  func letGo(_ answer: String) throws {
    var secret: Watched? = Watched()
    weak let watched = secret
    let user = try #require(UserName("amy"))
    var conversation = try Conversation(
      .deliver(.sample("x\r\n"), from: .sample("a@b.de"), to: .sample("c@d.de")), security: .tls,
      login: Login(user: user, secret: #require(secret)))
    secret = nil
    #expect(conversation.handle(.connected).isEmpty)
    for answer in ["220 x\r\n", "250-x\r\n250 AUTH PLAIN\r\n"] {
      #expect(conversation.handle(.received(Array(answer.utf8))).count == 1)
    }
    #expect(watched != nil)
    _ = conversation.handle(.received(Array(answer.utf8)))
    #expect(watched == nil)
  }
}
