import Testing

@testable import Mail

/// Seeded noise and damage: nothing crashes, and what comes out stays within its bounds.
@Suite("Any bytes are a message")
struct NoiseTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static func small() -> MailLimits {
    var limits = MailLimits()
    (limits.header, limits.field, limits.fields) = (2000, 500, 20)
    (limits.depth, limits.parts, limits.markup, limits.text) = (4, 10, 2000, 500)
    return limits
  }

  private func expectBounded(_ bytes: [UInt8]) {
    let limits = Self.small()
    let mail = ParsedMessage(bytes[...], limits: limits)
    #expect(mail.header.fields.count <= limits.fields)
    #expect(mail.header.fields.allSatisfy { $0.value.count <= limits.field })
    // A byte becomes three where it is replaced, and the last run of markup may pass the limit.
    #expect(mail.text.utf8.count <= limits.parts * (limits.text + limits.markup) * 3)
    for field in mail.header.fields {
      #expect(!field.text.unicodeScalars.contains { $0.value < 0x20 })
      _ = AddressReader.read(field.value)
      _ = DateField.read(field.value[...])
      _ = MediaType(field.value, else: .plain)
    }
    _ = ParsedMessage(bytes[...])
  }

  @Test("random bytes", arguments: 0..<150)
  func random(_ seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let alphabet: [UInt8] =
      Array("From: \n\n\r\n=?utf-8?Q?B?=--b;<>\"(),@:&#x;<p style=display:none>boundary=".utf8)
      + [0, 0x1B, 0x80, 0xC2, 0xA0, 0xE2, 0xFF]
    let count = Int.random(in: 0...1500, using: &dice)
    expectBounded((0..<count).map { _ in alphabet.randomElement(using: &dice) ?? 0 })
  }

  @Test("damaged messages", arguments: Messages.names)
  func damaged(_ name: String) throws {
    let whole = try Messages.bytes(name)
    for seed in 0..<40 {
      var dice = Dice(state: UInt64(seed))
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &dice) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
        }
      }
      expectBounded(bytes)
    }
  }

  @Test("every beginning of a message", arguments: ["nested", "html-only", "report"])
  func beginnings(_ name: String) throws {
    let whole = try Messages.bytes(name)
    for end in whole.indices { _ = ParsedMessage(whole[..<end]) }
  }

  @Test(
    "long rows of what must be looked at again and again",
    arguments: [
      "=?a?q?x", "<!--", "<p>", "(", "\"", "&", "<a href=\"", "=", "--b\n", "<style>", "@",
    ])
  func rows(_ piece: String) {
    let row = String(repeating: piece, count: 60_000 / piece.utf8.count)
    for head in [
      "Subject: ", "Content-Type: text/html\n\n", "From: ",
      "Content-Type: multipart/mixed; boundary=b\n\n",
    ] {
      _ = ParsedMessage(Array((head + row).utf8)[...])
      _ = EncodedWords.text(Array(row.utf8))
      _ = AddressReader.read(Array(row.utf8))
    }
  }
}
