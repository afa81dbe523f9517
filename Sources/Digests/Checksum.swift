import Crypto

/// A SHA-256 sum.
public struct Checksum: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes a sum has.
  public static let byteCount = SHA256.byteCount

  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// A sum of 32 bytes; nil where there are more or fewer.
  public init?(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == Self.byteCount else { return nil }
  }

  /// The sum of some bytes.
  public init(of content: UnsafeRawBufferPointer) {
    var hashing = Hashing()
    hashing.update(content)
    self = hashing.finish()
  }

  /// The sum of a text in UTF-8.
  public init(of text: String) {
    var hashing = Hashing()
    hashing.update(text)
    self = hashing.finish()
  }

  /// A sum written as four words, as it is usually printed.
  public init(_ words: (UInt64, UInt64, UInt64, UInt64)) {
    bytes = [words.0, words.1, words.2, words.3].flatMap { word in
      withUnsafeBytes(of: word.bigEndian, Array.init)
    }
  }

  init(digest: some Sequence<UInt8>) { bytes = Array(digest) }

  /// The sum in hexadecimal digits.
  public var description: String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
      for (index, byte) in bytes.enumerated() {
        digits[2 * index] = Self.digit(byte >> 4)
        digits[2 * index + 1] = Self.digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// A SHA-256 sum in the making.
public struct Hashing {
  private var hash = SHA256()

  /// The sum of nothing so far.
  public init() {}

  /// Takes in more bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    if !bytes.isEmpty { hash.update(bufferPointer: bytes) }
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// Takes in a text in UTF-8.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The sum of everything that was taken in.
  public func finish() -> Checksum { Checksum(digest: hash.finalize()) }
}
