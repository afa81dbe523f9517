import Delivery
import Testing

@Suite("Addresses that nothing can be injected through")
struct AddressTests {
  @Test(
    "plain addresses",
    arguments: [
      "a@b.de", "service@shop.example", "first.last+tag@sub-domain.shop.example",
      "!#$%&'*+-/=?^_`{|}~@shop.example", "A@XN--MNCHEN-3YA.DE",
    ])
  func plain(_ text: String) throws {
    #expect(try MailAddress(text).description == text)
  }

  private static let refused: [(String, AddressFault)] = [
    ("", .notOneAt), ("a", .notOneAt), ("a@b@c.de", .notOneAt), ("@@", .notOneAt),
    ("@b.de", .badLocalPart), (".a@b.de", .badLocalPart), ("a.@b.de", .badLocalPart),
    ("a..b@b.de", .badLocalPart), ("a(b)@b.de", .badLocalPart), ("<a@b.de>", .badLocalPart),
    ("\"a\"@b.de", .badLocalPart), ("a,b@b.de", .badLocalPart), ("a;b@b.de", .badLocalPart),
    ("a\\b@b.de", .badLocalPart), ("a:b@b.de", .badLocalPart), ("a[b]@b.de", .badLocalPart),
    ("a@", .badDomain), ("a@localhost", .badDomain), ("a@b.", .badDomain), ("a@.de", .badDomain),
    ("a@-b.de", .badDomain), ("a@b-.de", .badDomain), ("a@b_c.de", .badDomain),
    ("a@[127.0.0.1]", .badDomain), ("a@127.0.0.1", .badDomain), ("a@b.de>", .badDomain),
    ("a b@c.de", .forbiddenCharacter), ("a@b.de\r\nBcc: x@y.de", .forbiddenCharacter),
    ("a@b.de\nBcc:x@y.de", .forbiddenCharacter), ("a\r@b.de", .forbiddenCharacter),
    ("a\u{0}@b.de", .forbiddenCharacter), ("a\t@b.de", .forbiddenCharacter),
    ("ä@b.de", .forbiddenCharacter), ("a@bücher.de", .forbiddenCharacter),
    ("a\u{7F}@b.de", .forbiddenCharacter), ("a@b.de\u{2028}", .forbiddenCharacter),
    (" a@b.de", .forbiddenCharacter), ("a＠b.de", .forbiddenCharacter),
    (String(repeating: "a", count: 65) + "@b.de", .tooLong),
    ("a@" + String(repeating: "b.", count: 130) + "de", .tooLong),
    ("a@" + String(repeating: "b", count: 64) + ".de", .badDomain),
  ]

  @Test("refused, with the reason", arguments: refused)
  func refusal(_ row: (String, AddressFault)) {
    #expect(throws: row.1) { try MailAddress(row.0) }
  }

  @Test("random text is refused or harmless")
  func random() {
    var dice = DeliveryDice(seed: 2)
    let alphabet = Array("aZ9@.-_+<>\"\\\r\n\0 ,;:é".unicodeScalars)
    var accepted = 0
    for _ in 0..<20_000 {
      var text = Array("ab@c.de".unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let place = Int.random(in: 0...text.count, using: &dice)
        text.insert(alphabet.randomElement(using: &dice) ?? "a", at: place)
      }
      guard let address = try? MailAddress(String(String.UnicodeScalarView(text))) else { continue }
      accepted += 1
      let written = address.description.utf8
      #expect(written.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"\\,;:".utf8.contains($0) })
      #expect(written.count { $0 == UInt8(ascii: "@") } == 1)
    }
    #expect(accepted > 0)
  }

  @Test("every fault has words")
  func words() {
    let faults: [AddressFault] = [
      .forbiddenCharacter, .notOneAt, .tooLong, .badLocalPart, .badDomain, .notARelay, .noReply,
    ]
    #expect(Set(faults.map(\.inWords)).count == faults.count)
  }
}

@Suite("Relay addresses of the marketplace")
struct RelayAddressTests {
  @Test(
    "real stores",
    arguments: [
      "com", "ca", "com.mx", "com.br", "co.uk", "de", "fr", "es", "it", "nl", "se", "pl", "com.be",
      "ie", "com.tr", "ae", "sa", "eg", "in", "co.jp", "sg", "com.au", "co.za",
    ])
  func stores(_ store: String) throws {
    let text = "qw2smy2gutcr61k@marketplace.amazon.\(store)"
    #expect(try RelayAddress(text).address.description == text)
  }

  @Test("written in any case, and with a tag behind a plus")
  func forms() throws {
    let upper = try RelayAddress("QW2SMY2@Marketplace.Amazon.DE")
    #expect(upper == (try RelayAddress("qw2smy2@marketplace.amazon.de")))
    let tagged = "qw2smy2+a1-b2@marketplace.amazon.de"
    #expect(try RelayAddress(tagged).address.description == tagged)
  }

  private static let refused: [(String, AddressFault)] = [
    ("x@marketplace.amazon.com.br.golpe.com", .notARelay),
    ("x@marketplace.amazon.com.golpe.br", .notARelay), ("x@amazon.com", .notARelay),
    ("x@marketplace.amazon.xyz", .notARelay), ("x@marketplace-amazon.com", .notARelay),
    ("x@evil.marketplace.amazon.com", .notARelay), ("x@marketplace.amazon.com.", .badDomain),
    ("x@rnarketplace.amazon.com", .notARelay), ("x@marketplace.arnazon.com", .notARelay),
    ("x@marketplace.amazon", .notARelay), ("x@marketplace.amazon.co", .notARelay),
    ("donotreply@marketplace.amazon.com", .noReply), ("no-reply@marketplace.amazon.de", .noReply),
    ("NoReply@marketplace.amazon.de", .noReply), ("do-not-reply@marketplace.amazon.de", .noReply),
    ("do_not.reply+x@marketplace.amazon.de", .noReply),
    ("a.b@marketplace.amazon.de", .badLocalPart),
    ("+x@marketplace.amazon.de", .badLocalPart), ("a+@marketplace.amazon.de", .badLocalPart),
    ("a+b+c@marketplace.amazon.de", .badLocalPart),
    ("x@marketplace.amazon.com\r\nBcc: y@z.de", .forbiddenCharacter),
    ("x@marketplace.аmazon.com", .forbiddenCharacter),
    ("\u{212A}@marketplace.amazon.com", .forbiddenCharacter),
  ]

  @Test("look-alikes and addresses that take no mail", arguments: refused)
  func refusal(_ row: (String, AddressFault)) {
    #expect(throws: row.1) { try RelayAddress(row.0) }
  }
}
