import Crypto

/// A SHA-256 sum.
public struct Checksum: Hashable, Sendable, CustomStringConvertible {
  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// A sum of 32 bytes; nil where there are more or fewer.
  public init?(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == SHA256.byteCount else { return nil }
  }

  /// The sum of some bytes.
  public init(of content: UnsafeRawBufferPointer) {
    var hashing = Hashing()
    hashing.update(content)
    self = hashing.finish()
  }

  /// A sum written as four words, as it is usually printed.
  init(_ words: (UInt64, UInt64, UInt64, UInt64)) {
    bytes = [words.0, words.1, words.2, words.3].flatMap { word in
      withUnsafeBytes(of: word.bigEndian, Array.init)
    }
  }

  fileprivate init(_ digest: SHA256.Digest) { bytes = Array(digest) }

  /// The sum in hexadecimal digits.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// A SHA-256 sum in the making.
struct Hashing {
  private var hash = SHA256()

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    if !bytes.isEmpty { hash.update(bufferPointer: bytes) }
  }

  func finish() -> Checksum { Checksum(hash.finalize()) }
}
