@testable import SMTP

/// A whole conversation that goes well: what the server says, and what we ought to say, turn by turn.
struct Transcript: CustomStringConvertible {
  /// One turn.
  enum Turn {
    /// We say a line, or nothing before the greeting; the server answers.
    case exchange(said: String?, answer: String)
    /// TLS is made.
    case handshake
    /// We say the message without its dot; the desk opens the permit.
    case message
  }

  var description: String
  var conversation: Conversation
  var turns: [Turn]

  static let body = "Subject: x\r\n\r\n.dots\r\n..\r\nFrom here\r\n"
  static let wire = "Subject: x\r\n\r\n..dots\r\n...\r\nFrom here\r\n"

  /// Every security, every login, every manner of answering.
  static let all: [Transcript] = Security.allCases.flatMap { security in
    SampleLogin.allCases.flatMap { login in
      Manner.allCases.map { Transcript(security, login, $0) }
    }
  }

  /// How a server writes its replies.
  enum Manner: CaseIterable {
    case terse, chatty, bare

    func reply(_ code: Int, _ lines: String...) -> String {
      switch self {
      case .bare where lines.count < 2: return "\(code)\r\n"
      case .terse where lines.count < 2: return "\(code) \(lines.first ?? "ok")\r\n"
      default:
        let all = self == .chatty ? lines + ["2.0.0 Thank you, \u{E9}\u{7}"] : lines
        return all.dropLast().map { "\(code)-\($0)\r\n" }.joined() + "\(code) \(all.last ?? "")\r\n"
      }
    }
  }

  init(_ security: Security, _ login: SampleLogin, _ manner: Manner) {
    let message = MessageText.sample(Self.body)
    description = "\(security) \(login) \(manner)"
    conversation = Conversation(
      .deliver(message, from: .sample("shop@shop.example"), to: .sample("a@relay.example")),
      security: security, login: login.login)
    turns = [.exchange(said: nil, answer: manner.reply(220, "mx.example ESMTP"))]
    if security == .startTLS {
      turns += [
        .exchange(said: "EHLO [127.0.0.1]", answer: manner.reply(250, "mx", "SIZE 9", "STARTTLS")),
        .exchange(said: "STARTTLS", answer: manner.reply(220, "go on")), .handshake,
      ]
    }
    let hello = manner.reply(250, "mx.example", "AUTH PLAIN LOGIN XOAUTH2", "size 4096", "8BITMIME")
    turns.append(.exchange(said: "EHLO [127.0.0.1]", answer: hello))
    turns += login.turns.map { .exchange(said: $0.said, answer: manner.reply($0.code, "x")) }
    turns += [
      .exchange(
        said: "MAIL FROM:<shop@shop.example> SIZE=\(message.size)", answer: manner.reply(250, "ok")),
      .exchange(said: "RCPT TO:<a@relay.example>", answer: manner.reply(251, "ok")),
      .exchange(said: "DATA", answer: manner.reply(354, "go on")), .message,
      .exchange(said: ".", answer: manner.reply(250, "queued as 7")),
    ]
  }
}

extension MessageText {
  static func sample(_ text: String) -> MessageText {
    guard let message = try? MessageText(Array(text.utf8)) else { preconditionFailure(text) }
    return message
  }
}

extension EnvelopePath {
  static func sample(_ text: String) -> EnvelopePath {
    guard let path = try? EnvelopePath(text) else { preconditionFailure(text) }
    return path
  }
}
