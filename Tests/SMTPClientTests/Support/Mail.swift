import MailServers
import SMTP
import SMTPClient

/// The message that the tests send, and how.
enum Mail {
  /// Everything in it that servers have stumbled over: dots, a word that looks like a separator, long lines.
  static let text =
    "From: shop@shop.example\r\nTo: a@marketplace.amazon.com\r\nSubject: Your order 1\r\n"
    + "Date: Fri, 27 Nov 2026 14:03:09 +0000\r\nMessage-ID: <1@amends.shop.example>\r\n\r\n"
    + ".\r\n..\r\n.dots\r\nFrom here\r\n" + String(repeating: "x", count: 998)
    + "\r\n\r\nthe end\r\n"

  static func purpose(_ text: String = text) throws -> Purpose {
    .deliver(
      try MessageText(Array(text.utf8)), from: try EnvelopePath("shop@shop.example"),
      to: try EnvelopePath("a@marketplace.amazon.com"))
  }

  static func login(
    _ mechanism: Mechanism? = nil, secret: String = RecordingServer.secret
  ) -> Login? {
    UserName(RecordingServer.name).map {
      Login(user: $0, secret: OpenSecret(text: secret), mechanism: mechanism)
    }
  }

  /// No test waits for this; where one is to, it says so.
  static let patient = Deadlines(usual: .seconds(60))

  static func session(
    with server: MailServer, _ login: Login? = nil, deadlines: Deadlines = patient
  ) throws -> Session {
    Session(try purpose(), with: server, login: login, deadlines: deadlines)
  }
}

/// A secret for tests alone.
struct OpenSecret: SecretBytes {
  var text: String

  func withBytes<Answer>(_ use: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    Array(text.utf8).withUnsafeBytes(use)
  }
}
