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

  @Test(
    "of other mail is no item's",
    arguments: [
      "a@b.c", "a.b@amends.shop.example", "a=4@amends.shop.example",
      "a=+1@amends.x", "=FF@amends.x", "a@xamends.shop.example",
    ])
  func noItem(_ text: String) {
    #expect(MessageReference(text)?.outboxItem == nil)
  }
}

@Suite("The marketplace's addresses")
struct RelayFormTests {
  @Test("are at a store's own domains, as a whole")
  func domains() {
    for store in RelayForm.stores {
      #expect(RelayForm.isRelay("marketplace.amazon.\(store)"))
      #expect(RelayForm.isMarketplace("amazon.\(store)"))
    }
    for other in [
      "", "amazon.com", "marketplace.amazon.", "marketplace.amazon.xyz", "amarketplace.amazon.com",
      "marketplace.amazon.com.evil.example", "marketplace.amazon.com.", "x.marketplace.amazon.com",
      "marketplace.amazon.co", "marketplace\u{301}.amazon.com", "Marketplace.amazon.com",
    ] { #expect(!RelayForm.isRelay(other)) }
    #expect(!RelayForm.isMarketplace("marketplace.amazon.com"))
  }
}
