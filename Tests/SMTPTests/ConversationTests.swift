import Testing

@testable import SMTP

@Suite("A conversation with a mail server")
struct ConversationTests {
  private static let message = MessageText.sample(Transcript.body)

  private func player(
    _ security: Security = .tls,
    _ login: Login? = nil,
    purpose: Purpose? = nil
  ) -> Player {
    let deliver = Purpose.deliver(
      Self.message, from: .sample("shop@shop.example"), to: .sample("a@relay.example"))
    var player = Player(Conversation(purpose ?? deliver, security: security, login: login))
    player.play(.connected)
    return player
  }

  private func said(_ player: Player) -> [String] {
    String(decoding: player.said, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test("nothing of the login goes over a connection that is to be protected and is not")
  func strippedTLS() {
    var player = player(.startTLS, SampleLogin.plain.login)
    player.play("220 mx\r\n")
    player.play("250-mx\r\n250 AUTH PLAIN\r\n")
    #expect(player.conversation.ending == .notSentNow(.noTLS))
    #expect(said(player) == ["EHLO [127.0.0.1]", "QUIT"])
  }

  @Test("what lies behind the answer to STARTTLS in the clear ends it before TLS")
  func injectedPlaintext() {
    var player = player(.startTLS)
    player.play("220 mx\r\n")
    player.play("250-mx\r\n250 STARTTLS\r\n")
    player.play("220 go\r\n250 injected\r\n")
    #expect(player.conversation.ending == .notSentNow(.outOfTurn(.askingForTLS)))
    #expect(!player.wantsTLS)
  }

  @Test("what comes in the clear while TLS is made ends it")
  func plaintextDuringHandshake() {
    var player = player(.startTLS)
    for answer in ["220 mx\r\n", "250-mx\r\n250 STARTTLS\r\n", "220 go\r\n"] { player.play(answer) }
    #expect(player.wantsTLS)
    player.play("2")
    #expect(player.conversation.ending == .notSentNow(.outOfTurn(.securing)))
  }

  @Test("what a server said before TLS is forgotten")
  func forgotten() {
    var player = player(.startTLS, SampleLogin.plain.login)
    for answer in ["220 mx\r\n", "250-mx\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n", "220 go\r\n"] {
      player.play(answer)
    }
    #expect(player.conversation.capabilities == Capabilities())
    player.play(.secured)
    player.play("250 mx\r\n")
    #expect(player.conversation.ending == .notSentEver(.noMechanism))
    #expect(!said(player).contains { $0.hasPrefix("AUTH") })
  }

  @Test("a server that knows no EHLO will do only where neither TLS nor a login depends on it")
  func oldServer() {
    var old = player(.none)
    for answer in ["220 mx\r\n", "502 what\r\n", "250 mx\r\n"] { old.play(answer) }
    #expect(said(old) == ["EHLO [127.0.0.1]", "HELO [127.0.0.1]", "MAIL FROM:<shop@shop.example>"])
    for (security, login) in [
      (Security.tls, nil), (.startTLS, nil), (.none, SampleLogin.plain.login),
    ] {
      var player = player(security, login)
      for answer in ["220 mx\r\n", "502 what\r\n"] { player.play(answer) }
      #expect(said(player) == ["EHLO [127.0.0.1]", "QUIT"])
    }
  }

  @Test("a message that is too large is not begun; the size is told only to who wants it")
  func size() {
    var large = player()
    for answer in ["220 mx\r\n", "250-mx\r\n250 SIZE \(Self.message.size - 1)\r\n"] {
      large.play(answer)
    }
    #expect(large.conversation.ending == .notSentEver(.tooLarge(Self.message.size - 1)))
    for limit in ["", " 0", " x", " \(Self.message.size)", " 99999999999999999999999"] {
      var fitting = player()
      for answer in ["220 mx\r\n", "250-mx\r\n250 SIZE\(limit)\r\n"] { fitting.play(answer) }
      #expect(said(fitting).last == "MAIL FROM:<shop@shop.example> SIZE=\(Self.message.size)")
    }
  }

  /// In each phase, before the dot and after it, what each class of codes comes to.
  @Test("refusals are for now or for ever, and what fits no question is a fault")
  func refusals() {
    let answers = [
      "220 mx\r\n", "250-mx\r\n250 AUTH PLAIN\r\n", "235 ok\r\n", "250 ok\r\n", "250 ok\r\n",
      "354 go\r\n",
    ]
    for count in 0...answers.count {
      var start = player(.tls, SampleLogin.plain.login)
      for answer in answers.prefix(count) { start.play(answer) }
      if count == answers.count {
        for event in [Event.flushed, .permitGranted] { start.play(event) }
      }
      for code in [211, 252, 300, 421, 432, 450, 500, 503, 530, 554] {
        var player = start
        player.play("\(code) x\r\n")
        let isOutcome = count == answers.count
        switch (player.conversation.ending, code / 100) {
        case (.sent, 2) where isOutcome: break
        case (.uncertain(.misfit), 3) where isOutcome: break
        case (.notSentNow(.misfit), 2...3) where !isOutcome: break
        case (.notSentNow(.refusal), 4), (.notSentEver(.refusal), 5): break
        default:
          Issue.record("\(code) after \(count): \(String(describing: player.conversation.ending))")
        }
      }
    }
  }

  @Test("a deadline that belongs to an earlier turn ends nothing")
  func staleDeadline() {
    var player = player()
    let turn = player.conversation.turn
    player.play("220 mx\r\n")
    player.play(.expired(turn: turn))
    #expect(player.conversation.ending == nil)
    player.play(.expired(turn: player.conversation.turn))
    #expect(player.conversation.ending == .notSentNow(.expired(.introducing)))
  }

  @Test("an introduction ends where a message would begin, and tells what was reached")
  func introduction() {
    var player = player(.startTLS, SampleLogin.login.login, purpose: .introduce)
    for answer in ["220 mx\r\n", "250-mx\r\n250 STARTTLS\r\n", "220 go\r\n"] { player.play(answer) }
    player.play(.secured)
    let answers = ["250-mx\r\n250 AUTH LOGIN\r\n", "334 x\r\n", "334 x\r\n", "235 welcome\r\n"]
    for answer in answers { player.play(answer) }
    #expect(player.conversation.ending == .introduced)
    #expect(said(player).last == "QUIT")
    let reached = player.conversation.milestones
    #expect(reached.count == 5)
    #expect(reached.first == .greeted)
    #expect(reached[2] == .secured)
    #expect(reached.last == .authenticated(.login))
  }

  @Test("random bytes at any time end it, bounded, and never as sent")
  func random() {
    var dice = Dice(state: 7)
    let alphabet = Array("250-34 \r\n\u{0}x".utf8)
    for _ in 0..<2_000 {
      var player = player(.none)
      for _ in 0..<60 {
        let bytes = (0..<Int.random(in: 1...5, using: &dice)).map { _ in
          alphabet.randomElement(using: &dice) ?? 0
        }
        player.play(.received(bytes))
      }
      player.play(.lost("the end"))
      if case .notSentNow = player.conversation.ending { continue }
      if case .notSentEver = player.conversation.ending { continue }
      Issue.record("\(String(describing: player.conversation.ending))")
    }
  }

  /// Seeded random numbers, so that a failing case can be run again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state.byteSwapped
    }
  }
}
