/// The code points of UTF-8 bytes; a byte that belongs to none is a replacement character.
struct CodePoints {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next code point and its bytes.
  mutating func next() -> (point: UInt32, source: Range<Int>)? {
    guard at < end else { return nil }
    let start = at
    let point = decoded()
    return (point, start..<at)
  }

  private mutating func decoded() -> UInt32 {
    let first = bytes[at]
    at += 1
    if first < 0x80 { return UInt32(first) }
    let more = (~first).leadingZeroBitCount - 1
    guard (1...3).contains(more), end - at >= more else { return 0xFFFD }
    var point = UInt32(first) & (0x3F >> UInt32(more))
    for offset in 0..<more {
      guard bytes[at + offset] & 0xC0 == 0x80 else { return 0xFFFD }
      point = point << 6 | UInt32(bytes[at + offset] & 0x3F)
    }
    at += more
    return point
  }
}
