/// The base64 encoding (RFC 2045, 6.8), read leniently.
enum Base64 {
  /// Decodes up to so many bytes; what is no digit is passed over, and nothing counts behind the padding.
  ///
  /// - Returns: The bytes, and whether there were more than that.
  static func decode(_ text: ArraySlice<UInt8>, most: Int) -> (bytes: [UInt8], isCut: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(most, text.count / 4 * 3 + 3))
    var bits: UInt32 = 0
    var digits = 0
    for byte in text {
      if byte == UInt8(ascii: "="), digits % 4 >= 2 { break }
      guard let digit = values[Int(byte)] else { continue }
      bits = bits << 6 | UInt32(digit)
      digits += 1
      let held = digits % 4
      if held == 1 { continue }
      guard bytes.count < most else { return (bytes, true) }
      bytes.append(UInt8(truncatingIfNeeded: bits >> (held == 2 ? 4 : held == 3 ? 2 : 0)))
    }
    return (bytes, false)
  }

  /// The value of each byte that is a digit.
  private static let values: [UInt8?] = {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, digit) in digits.utf8.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()
}
