/// The identity of a write, made by whoever asks for it, so that asking twice after a lost answer does it once.
public struct WriteID: Hashable, Sendable {
  /// A text unique among all writes, such as a UUID.
  public let text: String

  /// The write known by a unique text.
  public init(_ text: String) { self.text = text }

  /// A new identity: a random UUID (RFC 9562, 5.4).
  public static func random() -> WriteID {
    var generator = SystemRandomNumberGenerator()
    let high = generator.next() & ~0xF000 | 0x4000
    let low = generator.next() >> 2 | 0x8000_0000_0000_0000
    let digits = hexadecimal(high) + hexadecimal(low)
    return WriteID(
      [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
        .joined(separator: "-"))
  }

  private static func hexadecimal(_ word: UInt64) -> [UInt8] {
    let digits = Array(String(word, radix: 16).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: 16 - digits.count) + digits
  }
}
