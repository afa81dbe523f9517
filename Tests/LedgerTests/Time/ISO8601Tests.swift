import AmendsPolicy
import Foundation
import Ledger
import Testing

@Suite("ISO 8601")
struct ISO8601Tests {
  @Test("agrees with the system both ways on random instants")
  func system() throws {
    var numbers = LedgerDice(seed: 9)
    for _ in 0..<1_000 {
      let seconds = Int64.random(in: -12_000_000_000...253_402_300_799, using: &numbers)
      let text = ISO8601.text(Instant(milliseconds: seconds * 1000))
      #expect(text == Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601))
      #expect(ISO8601.instant(text)?.milliseconds == seconds * 1000)
    }
  }

  @Test("milliseconds come back")
  func milliseconds() {
    var numbers = LedgerDice(seed: 4)
    for _ in 0..<1_000 {
      let instant = Instant(
        milliseconds: .random(in: -62_135_596_800_000...253_402_300_799_999, using: &numbers))
      #expect(ISO8601.instant(ISO8601.text(instant)) == instant)
    }
  }

  private static let readable = [
    ("1970-01-01", 43_200_000), ("1970-01-01T00:00", 0), ("1970-01-01 00:00", 0),
    ("1970-01-01t00:00z", 0), ("1970-01-01T00:00:01", 1_000), ("1970-01-01T00:00:01.5Z", 1_500),
    ("1970-01-01T00:00:01,5Z", 1_500), ("1970-01-01T00:00:00.0019999999Z", 1),
    ("1970-01-01T01:00+01:00", 0), ("1970-01-01T01:00+0100", 0), ("1970-01-01T01:00+01", 0),
    ("1969-12-31T18:30-05:30", 0), ("1970-01-01T05:45:00.250+05:45", 250),
    ("1970-01-01T23:59:59.999Z", 86_399_999), ("1969-12-31T23:59:59.999Z", -1),
  ]

  @Test("what is read", arguments: readable)
  func reads(_ row: (String, Int)) {
    #expect(ISO8601.instant(row.0)?.milliseconds == Int64(row.1))
  }

  private static let unreadable = [
    "", "1970", "1970-1-1", "1970-01-0١", "0000-01-01", "1970-13-01", "1970-02-30", "1970/01/01",
    "1970-01-01T", "1970-01-01T24:00", "1970-01-01T00:60", "1970-01-01T00:00:60", "1970-01-01T0:00",
    "1970-01-01T00:00.5", "1970-01-01T00:00:00.", "1970-01-01T00:00:00.Z", "1970-01-01T00:00ZZ",
    "1970-01-01T00:00+", "1970-01-01T00:00+1", "1970-01-01T00:00+24:00", "1970-01-01T00:00+01:",
    "1970-01-01T00:00+01:60", "1970-01-01T00:00+01:000", "1970-01-01T00:00 Z", "1970-01-01x00:00",
    "-970-01-01", "+970-01-01", " 970-01-01", "1970-01-01\u{0}", "1970-01-01T00:00\n", "é970-01-0",
  ]

  @Test("what is not", arguments: unreadable)
  func refuses(_ text: String) {
    #expect(ISO8601.instant(text) == nil)
  }

  @Test("dates alone")
  func dates() {
    #expect(ISO8601.date("2026-11-27") == CivilDate(year: 2026, month: 11, day: 27))
    #expect(ISO8601.date("2026-11-27T00:00") == nil)
    #expect(ISO8601.date("2026-11-7") == nil)
  }

  @Test("random bytes are read or refused, never fatal")
  func hostile() {
    var numbers = LedgerDice(seed: 21)
    let alphabet = Array("0123456789-:TZ+. ,\u{0}é".utf8)
    for _ in 0..<5_000 {
      let length = Int.random(in: 0...32, using: &numbers)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &numbers) ?? 0 }
      let text = String(decoding: bytes, as: UTF8.self)
      if let instant = ISO8601.instant(text) {
        #expect(ISO8601.instant(ISO8601.text(instant)) != nil)
      }
    }
  }
}
