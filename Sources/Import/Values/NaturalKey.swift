/// A stable identity for a row whose file gives it none.
///
/// The first 128 bits of SHA-256 over the parts, with a NUL between them, as 32 hexadecimal figures. Parts
/// never hold NUL, so no two lists of parts are written alike. A hash that resists forgery is used because
/// the writer of a review chooses some of the parts.
enum NaturalKey {
  /// The identity of a row by the parts that make it unique.
  static func of(_ parts: String...) -> String {
    var message: [UInt8] = []
    message.reserveCapacity(192)
    for (index, part) in parts.enumerated() {
      if index > 0 { message.append(0) }
      message.append(contentsOf: part.utf8)
    }
    let (high, low) = SHA256.first128Bits(of: message)
    return hexadecimal(high, low)
  }

  private static func hexadecimal(_ high: UInt64, _ low: UInt64) -> String {
    String(unsafeUninitializedCapacity: 32) { figures in
      for index in 0..<32 {
        let word = index < 16 ? high : low
        let nibble = UInt8(word >> UInt64((15 - index % 16) * 4) & 15)
        figures[index] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
      }
      return 32
    }
  }
}
