import Ledger

/// Order numbers within text.
enum OrderFinder {
  private static let length = 19

  /// The first order number that stands by itself, in capitals.
  static func first(in text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= length else { return nil }
    for start in 0...(bytes.count - length) where bytes[start + 3] == UInt8(ascii: "-") {
      let end = start + length
      guard !isPart(bytes, start - 1), !isPart(bytes, end) else { continue }
      let found = String(decoding: bytes[start..<end], as: UTF8.self)
      if OrderNumber.isValid(found) { return found.uppercased() }
    }
    return nil
  }

  /// Whether a number goes on at a place.
  private static func isPart(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    let byte = bytes[place]
    return byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
