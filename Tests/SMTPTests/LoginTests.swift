import Testing

@testable import SMTP

@Suite("Logging in to a mail server")
struct LoginTests {
  /// A conversation under TLS in which the server has just said what it can do.
  private func player(_ login: Login?, offer: String) -> Player {
    var player = Player(Conversation(.introduce, security: .tls, login: login))
    player.play(.connected)
    for answer in ["220 mx\r\n", "250-mx\r\n250 \(offer)\r\n"] { player.play(answer) }
    return player
  }

  private func said(_ player: Player) -> [String] {
    String(decoding: player.said, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test(
    "the first mechanism that both can is taken, or the one that is set",
    arguments: [
      ("AUTH XOAUTH2 LOGIN PLAIN", nil, .plain), ("AUTH=LOGIN", nil, .login),
      ("auth login xoauth2", nil, .login), ("AUTH XOAUTH2", nil, .xoauth2),
      ("AUTH PLAIN LOGIN", .login, .login), ("AUTH PLAIN LOGIN", .xoauth2, nil),
      ("AUTH CRAM-MD5", nil, nil), ("AUTH", nil, nil), ("PLAIN", nil, nil),
    ] as [(String, Mechanism?, Mechanism?)])
  func mechanisms(_ offer: String, _ wanted: Mechanism?, _ taken: Mechanism?) {
    let player = player(SampleLogin.make("secret", wanted), offer: offer)
    guard let taken else {
      #expect(player.conversation.ending == .notSentEver(.noMechanism))
      return
    }
    #expect(said(player).last?.hasPrefix("AUTH \(taken.rawValue)") == true)
  }

  @Test(
    "a server that asks for more than a mechanism has is told nothing",
    arguments: Mechanism.allCases)
  func endlessQuestions(_ mechanism: Mechanism) {
    var player = player(
      SampleLogin.make("secret", mechanism), offer: "AUTH PLAIN LOGIN XOAUTH2")
    for _ in 0..<5 { player.play("334 VXNlcm5hbWU6\r\n") }
    guard case .notSentNow(.misfit(let reply, .authenticating)) = player.conversation.ending else {
      Issue.record("\(String(describing: player.conversation.ending))")
      return
    }
    #expect(reply.code.number == 334)
    #expect(said(player).last != "QUIT")
  }

  @Test("a token that is refused is answered with an empty line, to hear the refusal")
  func refusedToken() {
    var player = player(SampleLogin.xoauth2.login, offer: "AUTH XOAUTH2")
    player.play("334 eyJzdGF0dXMiOiI0MDAifQ==\r\n")
    #expect(player.said.suffix(4).elementsEqual("\r\n\r\n".utf8))
    player.play("535 5.7.8 not this token\r\n")
    guard case .notSentEver(let reason) = player.conversation.ending else {
      Issue.record("\(String(describing: player.conversation.ending))")
      return
    }
    #expect(reason.inWords == "the server refused the login: 535 5.7.8 not this token")
  }
}
