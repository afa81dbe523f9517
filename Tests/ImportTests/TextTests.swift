import Mail
import Testing

@testable import Import

/// Encodings, double encoding and the HTML of the data set.
@Suite struct TextTests {
  @Test(arguments: [
    ("CafÃ©", "Café"), ("fÃ¼r die Tonne", "für die Tonne"), ("donâ€™t", "don’t"), ("Â£5", "£5"),
    ("Ã€ bientÃ´t", "À bientôt"), ("ðŸ˜¡ again", "😡 again"), ("5 â‚¬", "5 €"),
    ("Ã\u{A0} la", "à la"),
  ])
  func certainDoubleEncodingIsRepaired(_ text: String, _ meant: String) {
    #expect(DoubleEncoding.repaired(text) == meant)
  }

  @Test(arguments: [
    "Café", "plain", "", "MAÇÃO", "SÃO PAULO", "CafÃ© instead of Café", "„Ä“", "CAFÉ\u{A0}!",
    "«MAÇÃ»",
    "Ã", "â€", "ÂÃ", "日本Ã©", "ÅÄÖ", "Ã©\u{301}",
  ])
  func otherTextIsLeftAlone(_ text: String) {
    #expect(DoubleEncoding.repaired(text) == text)
  }

  @Test(arguments: [
    ("a<br />b", "a\nb"), ("a<br>b<BR/>c", "a\nb\nc"), ("&amp;lt;", "&lt;"), ("&lt;br&gt;", "<br>"),
    ("&#34;x&#x27;&quot;", "\"x'\""), ("&eacute;&euro;&nbsp;&hellip;", "é€\u{A0}…"),
    ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("&#128512;", "😀"),
    ("AT&T; &unknown; &", "AT&T; &unknown; &"), ("< br>", "< br>"), ("<b>x</b>", "<b>x</b>"),
    ("<br", "<br"), ("&#+1;&#x;&#;", "&#+1;&#x;&#;"), ("&", "&"),
  ])
  func htmlIsDecodedOnce(_ text: String, _ meant: String) {
    #expect(HTMLText.decoded(text) == meant)
  }

  @Test func everyByteOfTheCodePageIsText() {
    let bytes = (UInt8(0x80)...0xFF).map(\.self)
    let text = bytes.withUnsafeBufferPointer { Windows1252.text($0) }
    #expect(text.unicodeScalars.count == 128)
    #expect(text.hasPrefix("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž"))
    #expect(text.hasSuffix("ûüýþÿ"))
    #expect(text.unicodeScalars.compactMap(Windows1252.byte) == bytes)
    #expect(Windows1252.byte("語") == nil)
  }

  @Test(arguments: [
    (Array("é".utf8), "é"), ([0xE9], "é"), ([0x93, 0x41, 0x94], "“A”"),
    ([0x41, 0, 0x42], "A\u{FFFD}B"),
    ([0xC0, 0x80], "À€"), ([0xED, 0xA0, 0x80], "í\u{A0}€"), ([], ""),
    (Array("\u{FFFD}".utf8), "\u{FFFD}"),
  ])
  func bytesBecomeText(_ bytes: [UInt8], _ text: String) {
    #expect(bytes.withUnsafeBufferPointer { FieldText.lenient($0) } == text)
  }

  @Test func strictTextRefusesBrokenUTF8() {
    for bytes: [UInt8] in [
      [0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] {
      #expect(bytes.withUnsafeBufferPointer { FieldText.strict($0) } == nil)
    }
  }

  @Test func messagesShowNoControls() {
    #expect("a\u{1B}[2J\u{202E}b\n".shown() == "a\u{FFFD}[2J\u{FFFD}b\u{FFFD}")
    #expect(String(repeating: "x", count: 70).shown() == String(repeating: "x", count: 60) + "…")
  }
}
