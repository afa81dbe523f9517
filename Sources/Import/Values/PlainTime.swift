import AmendsPolicy
import Ledger

/// The commonest form of a time, `2026-11-27T14:03:09Z`, read without making a text of it first.
enum PlainTime {
  /// The instant; `nil` for every other form, which `ISO8601` may know.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
    guard bytes.count == 20, bytes[19] == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
      let day = number(bytes, 8..<10), let hour = number(bytes, 11..<13), hour < 24,
      let minute = number(bytes, 14..<16), minute < 60,
      let second = number(bytes, 17..<19), second < 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let milliseconds = ((hour * 60 + minute) * 60 + second) * 1000
    return CivilTime(date: date, millisecondOfDay: milliseconds).instant()
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let figure = bytes[index] &- UInt8(ascii: "0")
      guard figure < 10 else { return nil }
      value = value * 10 + Int(figure)
    }
    return value
  }
}
