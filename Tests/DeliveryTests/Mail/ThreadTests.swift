import AmendsPolicy
import Ledger
import Testing

@testable import Delivery

@Suite("An answer finds its place in the conversation")
struct ThreadTests {
  private func reference(_ text: String) throws -> MessageReference {
    try #require(MessageReference(text))
  }

  private func headers(_ thread: MailThread?) throws -> [String: String] {
    var letter = try Sample.letter()
    letter.thread = thread
    let message = try MailMessage(letter, from: try Sample.shop(), at: Sample.now)
    let text = String(decoding: message.bytes(.lineFeed), as: UTF8.self)
    let head = text.prefix(upTo: try #require(text.firstRange(of: "\n\n")).lowerBound)
    for line in head.split(separator: "\n") { #expect(line.utf8.count <= 998) }
    var headers: [String: String] = [:]
    for line in String(head).replacing("\n ", with: " ").split(separator: "\n") {
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      #expect(headers.updateValue(parts.last ?? "", forKey: parts[0]) == nil)
    }
    return headers
  }

  @Test("it names what it answers, and what came before")
  func fields() throws {
    let found = try headers(
      MailThread(answered: reference("<c@x.y>"), earlier: [reference("a@x.y"), reference("b@x.y")]))
    #expect(found["In-Reply-To"] == "<c@x.y>")
    #expect(found["References"] == "<a@x.y> <b@x.y> <c@x.y>")
  }

  @Test("one that answers nothing names nothing")
  func alone() throws {
    let found = try headers(nil)
    #expect(found["In-Reply-To"] == nil && found["References"] == nil)
  }

  @Test("of a long conversation it names the first message and the last ten, each once")
  func long() throws {
    let all = try (1...40).map { try reference("\($0)@x.y") }
    let found = try headers(MailThread(answered: all[39], earlier: all + all))
    let expected = [1] + Array(31...40)
    #expect(found["References"] == expected.map { "<\($0)@x.y>" }.joined(separator: " "))
  }

  @Test("names as long as they come are folded, one a line")
  func folded() throws {
    let all = try (1...20).map {
      try reference(String(repeating: "a", count: 240) + "\($0)@x.y")
    }
    let found = try headers(MailThread(answered: all[19], earlier: all))
    #expect(found["References"]?.split(separator: " ").count == 11)
    #expect(found["In-Reply-To"]?.trimmingPrefix(" ") == all[19].description[...])
  }

  @Test("the subject of an answer begins with one Re:, and names the order")
  func subject() throws {
    var claim = Sample.claim()
    #expect(try Letter(claim).subject.text == "Your order \(Sample.order)")
    claim.thread = MailThread(answered: try reference("a@x.y"))
    let letter = try Letter(claim)
    #expect(letter.subject.text == "Re: Your order \(Sample.order)")
    #expect(letter.thread == claim.thread)
  }
}
