/// Decodes scalars of UTF-8 that is known to be valid.
enum UTF8Scalar {
  /// The scalar that begins at `index`, and its length in bytes.
  static func decode(_ bytes: [UInt8], _ index: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    return switch lead {
    case 0..<0x80: (lead, 1)
    case 0xC0..<0xE0: (tail(bytes, index, 1, lead & 0x1F), 2)
    case 0xE0..<0xF0: (tail(bytes, index, 2, lead & 0x0F), 3)
    default: (tail(bytes, index, 3, lead & 0x07), 4)
    }
  }

  private static func tail(
    _ bytes: [UInt8], _ index: Int, _ count: Int, _ lead: UInt32
  ) -> UInt32 {
    var value = lead
    for next in bytes[min(index + 1, bytes.count)..<min(index + 1 + count, bytes.count)] {
      value = value << 6 | UInt32(next & 0x3F)
    }
    return value
  }
}
