import Crypto

/// A secret under which texts are hashed (HMAC-SHA256, RFC 2104), so that nobody without it can try out which
/// text a hash stands for.
public struct HashingKey: Sendable {
  private let key: SymmetricKey

  /// How many bytes a key has.
  public static let byteCount = 32

  /// A key of these bytes.
  public init(_ bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

  /// The bytes of a new key, from the system's generator.
  public static func random() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The hash of a text in UTF-8.
  public func hash(_ text: String) -> Checksum {
    Checksum(digest: HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }
}
