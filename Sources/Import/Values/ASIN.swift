/// The form of the marketplace's product numbers.
enum ASIN {
  /// The number in capitals; `nil` where a text is none.
  ///
  /// Ten letters and figures that begin with `B0` (gift cards: `BT`), or, for books, an ISBN of ten places.
  static func read(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { read($0) }
  }

  /// The number in capitals that bytes spell, white space aside.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var number: [UInt8] = []
    for byte in bytes where byte != UInt8(ascii: " ") {
      guard number.count < 10, let capital = capital(byte) else { return nil }
      number.append(capital)
    }
    guard number.count == 10, isProduct(number) || isISBN(number) else { return nil }
    return String(decoding: number, as: UTF8.self)
  }

  private static func capital(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte & ~0x20
    default: nil
    }
  }

  private static func isProduct(_ number: [UInt8]) -> Bool {
    number[0] == UInt8(ascii: "B")
      && (number[1] == UInt8(ascii: "0") || number[1] == UInt8(ascii: "T"))
  }

  private static func isISBN(_ number: [UInt8]) -> Bool {
    let figures = number.dropLast().allSatisfy { $0 <= UInt8(ascii: "9") }
    return figures && (number[9] <= UInt8(ascii: "9") || number[9] == UInt8(ascii: "X"))
  }
}
