/// Decodes the escapes of a JSON string that has been checked.
enum JSONString {
  /// The bytes with escapes decoded; half a surrogate pair becomes U+FFFD.
  static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index + 1] == UInt8(ascii: "u") {
        index = appendUnicode(bytes, at: index, to: &text)
      } else {
        text.append(simple(bytes[index + 1]))
        index += 2
      }
    }
    return text
  }

  /// The value of a hexadecimal figure.
  static func nibble(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func simple(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: byte
    }
  }

  /// Appends the character of `\uXXXX`, or of two that belong together; gives the place behind.
  private static func appendUnicode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to text: inout [UInt8]
  ) -> Int {
    let unit = unit(bytes, at: index)
    var code = unit ?? 0xFFFD
    var end = index + 6
    if let high = unit, (0xD800...0xDBFF).contains(high),
      let low = self.unit(bytes, at: end), (0xDC00...0xDFFF).contains(low)
    {
      code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
      end += 6
    }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    return end
  }

  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var code: UInt32 = 0
    for place in index + 2..<index + 6 {
      guard let nibble = nibble(bytes[place]) else { return nil }
      code = code << 4 | nibble
    }
    return code
  }
}
