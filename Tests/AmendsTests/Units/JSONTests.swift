import Testing

@testable import Amends

@Suite("JSON")
struct JSONTests {
  @Test(
    "what is written is read as it was",
    arguments: [
      JSONValue.null, .bool(true), .number("-1.5e+3"),
      .string("a\"b\\c\n\r\t\u{0}\u{7F}\u{85}é😀\u{202E}\u{E0041}"),
      .array([.string(""), .array([]), .int(7)]), ["b": .int(1), "a": ["x": .null]],
    ])
  func roundTrip(_ value: JSONValue) throws {
    #expect(try JSONReader.value(of: Array(value.text.utf8)) == value)
  }

  @Test("nothing that a terminal obeys is written")
  func harmless() {
    let text = JSONValue.string("\u{1B}[0m\u{9B}1m\u{202E}\u{2028}\u{FEFF}\u{E0041}\u{7}").text
    #expect(
      text == #""\u001b[0m\u009b1m\u202e\u2028\ufeff\udb40\udc41\u0007""#)
  }

  @Test("keys keep their order")
  func order() {
    #expect((["z": .int(1), "a": .int(2)] as JSONValue).text == #"{"z":1,"a":2}"#)
  }

  @Test("of a key that occurs twice the last counts")
  func duplicate() throws {
    let value = try JSONReader.value(of: Array(#"{"a":1,"a":2}"#.utf8))
    #expect(value["a"] == .int(2))
    #expect(value["b"] == nil)
  }

  @Test(
    "half a surrogate pair becomes U+FFFD",
    arguments: [
      (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
      (#""\ud83d\ude00""#, "😀"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    ])
  func surrogates(_ text: String, _ read: String) throws {
    #expect(try JSONReader.value(of: Array(text.utf8)) == .string(read))
  }

  @Test(
    "what is no JSON is refused",
    arguments: [
      "", " ", "{", "}", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "01", "1.", ".5", "+1", "1e",
      "nul", "truex",
      "\"", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "1 2", "'a'", "NaN", "-", "[1 2]", "\u{FEFF}1",
    ])
  func refused(_ text: String) {
    #expect(throws: JSONFault.self) { try JSONReader.value(of: Array(text.utf8)) }
  }

  @Test("depth has a bound")
  func depth() {
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: JSONFault.self) { try JSONReader.value(of: deep) }
  }

  @Test("any bytes are read or refused", arguments: 0..<200)
  func noise(_ seed: UInt64) {
    var state = seed &+ 1
    let alphabet = Array("{}[]\",:\\u0123456789aefl.n-truesd \u{0}\u{FF}é".utf8)
    let bytes = (0..<80).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    do throws(JSONFault) {
      let value = try JSONReader.value(of: bytes)
      #expect((try? JSONReader.value(of: Array(value.text.utf8))) == value)
    } catch {
      #expect(error.offset <= bytes.count)
    }
  }
}
