import Testing

@testable import SMTP

@Suite("A conversation that breaks at any byte, in any way")
struct CutTests {
  /// What can happen at a cut; the connection ends behind each.
  private static let breaks: [(name: String, events: [Event])] = [
    ("closed", []), ("late", [.expired(turn: -1)]),
    ("refused permit", [.permitRefused]), ("permit out of turn", [.permitGranted]),
    ("TLS out of turn", [.secured]), ("flushed out of turn", [.flushed]),
    ("220", [text("220 x\r\n")]), ("250", [text("250 x\r\n")]), ("334", [text("334 x\r\n")]),
    ("354", [text("354 x\r\n")]), ("421", [text("421 x\r\n")]), ("451", [text("451 4.3.0 x\r\n")]),
    ("550", [text("550 5.1.1 x\r\n")]), ("999", [text("999 x\r\n")]), ("NUL", [text("\u{0}")]),
    ("lone LF", [text("250 x\n")]), ("lone CR", [text("250 x\rx")]),
    ("two replies at once", [text("250 x\r\n250 x\r\n")]),
    ("two codes", [text("250-x\r\n251 x\r\n")]),
  ]

  /// What takes a while, and so is tried at every tenth place.
  private static let longBreaks: [(name: String, events: [Event])] = [
    ("endless line", [text(String(repeating: "2", count: 2100))]),
    ("endless lines", [text(String(repeating: "250-x\r\n", count: 101))]),
  ]

  private static func text(_ text: String) -> Event { .received(Array(text.utf8)) }

  @Test("at least 50,000 cases: one ending each, uncertain if and only if the dot was written")
  func everyByte() {
    #expect(Transcript.all.count >= 40)
    var cases = 0
    var uncertain = 0
    for transcript in Transcript.all {
      for (place, start) in Self.states(of: transcript).enumerated() {
        for (name, events) in Self.breaks + (place % 10 == 0 ? Self.longBreaks : []) {
          let end = Self.play(events, from: start)
          if let fault = Self.fault(of: end) {
            Issue.record("\(transcript), \(name), in \(start.conversation.phase): \(fault)")
          }
          cases += 1
          if case .uncertain = end.conversation.ending { uncertain += 1 }
        }
      }
    }
    #expect(cases >= 50_000)
    #expect(uncertain >= 5_000)
    print(
      "SMTP: \(Transcript.all.count) transcripts, \(cases) cases, \(uncertain) of them uncertain")
  }

  @Test(
    "unbroken, every transcript is sent, and we say what we ought to", arguments: Transcript.all)
  func whole(_ transcript: Transcript) throws {
    let end = try #require(Self.states(of: transcript).last)
    guard case .sent(let reply) = end.conversation.ending else {
      Issue.record("\(String(describing: end.conversation.ending))")
      return
    }
    #expect(reply.code.number == 250)
    #expect(end.isClosed)
    #expect(end.said == Array((Self.script(of: transcript) + "QUIT\r\n").utf8))
  }

  /// Everything that we ought to say, up to and with the dot.
  private static func script(of transcript: Transcript) -> String {
    transcript.turns.map { turn in
      switch turn {
      case .exchange(let said, _): said.map { "\($0)\r\n" } ?? ""
      case .handshake: ""
      case .message: Transcript.wire
      }
    }.joined()
  }

  /// Every state on the way: after each byte of the server, and after everything else that happens.
  private static func states(of transcript: Transcript) -> [Player] {
    var player = Player(transcript.conversation)
    var states = [player]
    func happens(_ event: Event) {
      player.play(event)
      states.append(player)
    }
    happens(.connected)
    for turn in transcript.turns {
      switch turn {
      case .exchange(_, let answer): for byte in answer.utf8 { happens(.received([byte])) }
      case .handshake: happens(.secured)
      case .message:
        happens(.flushed)
        happens(.permitGranted)
      }
    }
    return states
  }

  private static func play(_ events: [Event], from start: Player) -> Player {
    var player = start
    for event in events {
      let isLate = event == .expired(turn: -1)
      player.play(isLate ? .expired(turn: player.conversation.turn) : event)
    }
    player.play(.lost("the end"))
    return player
  }

  /// What is wrong with an ending, held against the wire alone.
  private static func fault(of player: Player) -> String? {
    guard let ending = player.conversation.ending else { return "no ending" }
    guard player.isClosed else { return "the connection stays open" }
    var after = player
    after.play("250 x\r\n")
    after.play(.permitGranted)
    guard after.conversation.ending == ending, after.said == player.said else {
      return "something after the ending"
    }
    guard player.asksForPermit || !player.hasWrittenDot else { return "a dot nobody asked for" }
    guard isMessageAlone(player) else { return "something between the message and its dot" }
    let expected = player.hasWrittenDot ? definiteAnswer(player.heardAfterDot) : .notSent
    return Verdict(ending) == expected ? nil : "\(ending), expected \(expected)"
  }

  /// Whether nothing but the message, the dot and a farewell followed `DATA`, unless it was refused.
  private static func isMessageAlone(_ player: Player) -> Bool {
    guard let said = player.afterData, !said.elementsEqual("QUIT\r\n".utf8) else { return true }
    return messageAndFarewell.starts(with: said)
  }

  private static let messageAndFarewell = Array("\(Transcript.wire).\r\nQUIT\r\n".utf8)

  private enum Verdict: Equatable {
    case sent, notSent, uncertain

    init?(_ ending: Ending) {
      switch ending {
      case .sent: self = .sent
      case .notSentNow, .notSentEver: self = .notSent
      case .uncertain: self = .uncertain
      case .introduced: return nil
      }
    }
  }

  /// What a server's bytes after the dot say, read by a rule of its own.
  private static func definiteAnswer(_ bytes: [UInt8]) -> Verdict {
    var first: ArraySlice<UInt8>?
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 10) {
      let line = rest[rest.startIndex..<end]
      rest = rest[(end + 1)...]
      let code = line.prefix(3)
      guard line.last == 13, line.filter({ $0 == 13 || $0 == 0 }).count == 1, line.count < 2000,
        code.count == 3,
        zip(code, ["2345", "012345", "0123456789"]).allSatisfy({ $1.utf8.contains($0) }),
        first ?? code == code, "- \r".utf8.contains(line[code.endIndex])
      else { return .uncertain }
      first = code
      if line[code.endIndex] == UInt8(ascii: "-") { continue }
      return code.first == UInt8(ascii: "2")
        ? .sent : code.first == UInt8(ascii: "3") ? .uncertain : .notSent
    }
    return .uncertain
  }
}
