import Testing

@testable import SMTP

@Suite("Replies of a server")
struct ReplyParserTests {
  /// The replies in a text, and the fault that it ends with.
  private func parse(_ bytes: some Sequence<UInt8>) -> (replies: [Reply], fault: ReplyFault?) {
    var parser = ReplyParser()
    var replies: [Reply] = []
    do throws(ReplyFault) {
      for byte in bytes {
        if let reply = try parser.take(byte) { replies.append(reply) }
      }
      return (replies, nil)
    } catch {
      return (replies, error)
    }
  }

  @Test("one line, several lines, none but the code")
  func forms() {
    let text = "220 mx ready\r\n250-mx\r\n250-SIZE 1000\r\n250 HELP\r\n354\r\n250-\r\n250 \r\n"
    let (replies, fault) = parse(text.utf8)
    #expect(fault == nil)
    #expect(replies.map(\.code.number) == [220, 250, 354, 250])
    #expect(replies.map(\.lines) == [["mx ready"], ["mx", "SIZE 1000", "HELP"], [""], ["", ""]])
    #expect(
      replies.map(\.description) == ["220 mx ready", "250 mx / SIZE 1000 / HELP", "354 ", "250 "])
  }

  @Test(
    "what is no reply",
    arguments: [
      ("250 x\n", .loneLineEnd), ("\n", .loneLineEnd), ("250 x\rx", .loneLineEnd),
      ("250 x\r\r", .loneLineEnd), ("25\u{0}", .nul), ("\r\n", .noCode), ("25\r\n", .noCode),
      ("250x\r\n", .noCode), ("hello\r\n", .noCode), ("150 x\r\n", .noCode), ("600 x\r\n", .noCode),
      ("260 x\r\n", .noCode), (" 250 x\r\n", .noCode), ("250\tx\r\n", .noCode),
      ("２50 x\r\n", .noCode), ("250-x\r\n251 y\r\n", .differentCodes),
    ] as [(String, ReplyFault)])
  func faults(_ text: String, _ fault: ReplyFault) {
    let (replies, found) = parse(text.utf8)
    #expect(replies.isEmpty)
    #expect(found == fault)
  }

  @Test("a line of 2,000 bytes and a reply of 100 lines are the most")
  func limits() {
    let longest = "250 " + String(repeating: "x", count: 1994) + "\r\n"
    #expect(parse(longest.utf8).replies.count == 1)
    #expect(parse(("250 x" + longest.dropFirst(4)).utf8).fault == .longLine)
    let most = String(repeating: "250-x\r\n", count: 99) + "250 x\r\n"
    #expect(parse(most.utf8).replies.first?.lines.count == 100)
    #expect(parse(("250-x\r\n" + most).utf8).fault == .manyLines)
    #expect(parse(repeatElement(UInt8(ascii: "2"), count: 1 << 20)).fault == .longLine)
  }

  @Test("what is kept of a text is short and holds no control character")
  func cleaned() throws {
    let text = "550 \u{1B}]0;x\u{7}\u{85}\u{2028}" + String(repeating: "y", count: 900) + "\r\n"
    let reply = try #require(parse(text.utf8).replies.first)
    #expect(reply.lines[0].hasPrefix("\u{FFFD}]0;x\u{FFFD}\u{FFFD}\u{FFFD}yyy"))
    #expect(reply.lines[0].unicodeScalars.count == 200)
    let long = String(repeating: "550-" + String(repeating: "z", count: 100) + "\r\n", count: 9)
    #expect(parse((long + "550 z\r\n").utf8).replies.first?.description.count == 400)
    #expect(parse(Array("550 \u{E9}".utf8) + [0xFF, 0xC3, 13, 10]).replies.first?.lines == ["é��"])
  }

  @Test("every fault has words")
  func words() {
    #expect(Set(ReplyFault.allCases.map(\.inWords)).count == ReplyFault.allCases.count)
  }
}
