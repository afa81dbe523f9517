/// What is said in one login, line by line (RFC 4954, 4).
///
/// What a server asks for in base64 is not read: the order of the answers is fixed by the mechanism.
struct LoginDialogue: Sendable {
  private enum Answer {
    /// Everything at once.
    case whole
    case user
    case secret
    /// An empty line, to hear why a token was refused.
    case nothing
  }

  let mechanism: Mechanism
  private let login: Login
  private var answers: [Answer]

  /// The longest command with its line end, in bytes (RFC 5321, 4.5.3.1.4).
  private static let longestCommand = 512

  init(_ login: Login, by mechanism: Mechanism) {
    self.login = login
    self.mechanism = mechanism
    answers =
      switch mechanism {
      case .plain: [.whole]
      case .login: [.user, .secret]
      case .xoauth2: [.whole, .nothing]
      }
  }

  /// The command that begins it, with the first answer where that holds everything and fits.
  mutating func begin() -> Command {
    let name = "AUTH \(mechanism.rawValue)"
    guard answers.first == .whole else { return .login(name) }
    let line = "\(name) \(text(of: .whole))"
    guard line.utf8.count + 2 <= Self.longestCommand else { return .login(name) }
    answers.removeFirst()
    return .login(line)
  }

  /// The answer to the server's next question; `nil` where it has asked too often.
  mutating func answer() -> Command? {
    answers.isEmpty ? nil : .login(text(of: answers.removeFirst()))
  }

  private func text(of answer: Answer) -> String {
    switch answer {
    case .whole: login.secret.withBytes { Base64.text(whole($0)) }
    case .user: Base64.text(login.user.text.utf8)
    case .secret: login.secret.withBytes { Base64.text($0) }
    case .nothing: ""
    }
  }

  private func whole(_ secret: UnsafeRawBufferPointer) -> [UInt8] {
    let user = login.user.text
    return mechanism == .xoauth2
      ? Array("user=\(user)\u{1}auth=Bearer ".utf8) + secret + [1, 1]
      : [0] + Array(user.utf8) + [0] + secret
  }
}
