import Ledger
import Testing

@Suite("A mail's identity")
struct MessageReferenceTests {
  @Test(
    "is read with its brackets or without",
    arguments: ["<abc.1@mail.example>", "abc.1@mail.example"])
  func read(_ text: String) throws {
    let reference = try #require(MessageReference(text))
    #expect(reference.text == "abc.1@mail.example")
    #expect("\(reference)" == "<abc.1@mail.example>")
  }

  @Test(
    "that could break a header is none",
    arguments: [
      "", "<>", "no-at", "a@b@c", "@b", "a@", "a b@c", "a@b\r\nBcc: x@y", "<a@b", "a>@b", "ä@b",
      String(repeating: "a", count: 250) + "@b",
    ])
  func refused(_ text: String) {
    #expect(MessageReference(text) == nil)
  }
}
