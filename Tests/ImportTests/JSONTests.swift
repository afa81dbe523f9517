import Ledger
import Testing

@testable import Import

/// The JSON reader against RFC 8259.
@Suite struct JSONTests {
  @Test(arguments: [
    "{}", " { } ", "{\"a\":1}", "{\"a\":-0}", "{\"a\":0.5e-7}", "{\"a\":1E+2}", "{\"a\":[]}",
    "{\"a\":[1,\"x\",null,true,false,{}]}", "{\"a\":{\"b\":{\"c\":[[[]]]}}}", "{\"a\":\"\\u0000\"}",
    "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", "{\"\":0}", "{\"a\":1,\"a\":2}",
    "\t{\"a\" :\r 1 , \"b\":2}\r",
    "{\"a\":\"\\uD800\"}", "{\"a\":\"é\u{7F}\u{2028}\"}", "{\"a\":1e999999999999999999999}",
    "{\"a\":" + String(repeating: "9", count: 5000) + "}",
  ])
  func validLinesPass(_ line: String) {
    #expect(fault(line) == nil)
  }

  @Test(arguments: [
    "", " ", "1", "[]", "null", "\"a\"", "{", "}", "{a:1}", "{'a':1}", "{\"a\"}", "{\"a\":}",
    "{\"a\":1,}",
    "{,}", "{\"a\":1 \"b\":2}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":1.}",
    "{\"a\":1e}", "{\"a\":--1}",
    "{\"a\":0x1}", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":tru}", "{\"a\":TRUE}", "{\"a\":nul}",
    "{\"a\":[1,]}",
    "{\"a\":[1 2]}", "{\"a\":[}", "{\"a\":\"x}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}",
    "{\"a\":\"\\u12G4\"}",
    "{\"a\":\"\u{1}\"}", "{\"a\":\"\t\"}", "{\"a\":1}{}", "{\"a\":1} x", "{\"a\":1}}", "{/**/}",
    "{\"a\":\"\\", "{\"a\":\"\\u",
    "\u{FEFF}{}", "{\"a\":-}", "{1:1}", "{\"a\":\0}",
  ])
  func invalidLinesFail(_ line: String) {
    #expect(fault(line) != nil)
  }

  @Test func depthIsLimited() {
    let deep = { (count: Int) in
      "{\"a\":" + String(repeating: "[", count: count) + String(repeating: "]", count: count) + "}"
    }
    #expect(fault(deep(JSONCursor.deepest - 1)) == nil)
    #expect(fault(deep(JSONCursor.deepest)) != nil)
    #expect(fault(String(repeating: "{\"a\":", count: 100_000)) != nil)
    #expect(fault("{\"a\":" + String(repeating: "[", count: 100_000)) != nil)
  }

  @Test(arguments: [
    ("plain", "plain"), ("\\u00e9\\u20AC", "é€"), ("\\ud83d\\ude00", "😀"), ("\\ud83d", "\u{FFFD}"),
    ("\\ude00", "\u{FFFD}"), ("\\ud83d\\u0041", "\u{FFFD}A"),
    ("\\ud83d\\ud83d\\ude00", "\u{FFFD}😀"),
    ("\\ud83dx", "\u{FFFD}x"), ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{C}\n\r\t"),
    ("\\u001b[2J", "\u{1B}[2J"),
  ])
  func escapesAreDecoded(_ escaped: String, _ text: String) {
    let bytes = Array(escaped.utf8).withUnsafeBufferPointer { JSONString.unescaped($0) }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("5", 5), ("5.0", 5), ("50e-1", 5), ("0.5e1", 5),
    ("1.52309e+12", 1_523_090_000_000),
    ("1588687728923", 1_588_687_728_923), ("1.588687728923E12", 1_588_687_728_923), ("-3", -3),
    ("0e99999", 0),
  ])
  func wholeNumbersAreExact(_ text: String, _ value: Int64) {
    #expect(number(text).whole == value)
  }

  @Test(arguments: ["4.5", "1e-1", "1e19", "99999999999999999999", "1e999999999", "5.01"])
  func otherNumbersAreNotWhole(_ text: String) {
    #expect(number(text).whole == nil)
  }

  private func number(_ text: String) -> JSONNumber {
    Array(text.utf8).withUnsafeBufferPointer { JSONNumber($0) }
  }

  private func fault(_ line: String) -> Int? {
    Array(line.utf8).withUnsafeBufferPointer { bytes in
      do throws(JSONFault) {
        _ = try ReviewObject(bytes)
        return nil
      } catch {
        return error.offset
      }
    }
  }
}
