@testable import SMTP

/// A secret for tests alone.
struct OpenSecret: SecretBytes {
  var text: String

  func withBytes<Answer>(_ use: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    Array(text.utf8).withUnsafeBytes(use)
  }
}

/// The logins of the transcripts, with the lines that they lead to.
enum SampleLogin: CaseIterable {
  case nobody, plain, login, xoauth2, longToken

  /// Too long for a command of 512 bytes.
  static let token = String(repeating: "t", count: 600)

  var login: Login? {
    switch self {
    case .nobody: nil
    case .plain: Self.make("secret", nil)
    case .login: Self.make("secret", .login)
    case .xoauth2: Self.make("secret", .xoauth2)
    case .longToken: Self.make(Self.token, .xoauth2)
    }
  }

  static func make(_ secret: String, _ mechanism: Mechanism?) -> Login? {
    UserName("amy").map {
      Login(user: $0, secret: OpenSecret(text: secret), mechanism: mechanism)
    }
  }

  /// What we say, and the code of the answer.
  var turns: [(said: String, code: Int)] {
    switch self {
    case .nobody: []
    case .plain: [("AUTH PLAIN AGFteQBzZWNyZXQ=", 235)]
    case .login: [("AUTH LOGIN", 334), ("YW15", 334), ("c2VjcmV0", 235)]
    case .xoauth2:
      [("AUTH XOAUTH2 dXNlcj1hbXkBYXV0aD1CZWFyZXIgc2VjcmV0AQE=", 235)]
    case .longToken:
      [("AUTH XOAUTH2", 334), (Self.bearer(Self.token), 235)]
    }
  }

  private static func bearer(_ token: String) -> String {
    Base64.text("user=amy\u{1}auth=Bearer \(token)\u{1}\u{1}".utf8)
  }
}
