import Digests

/// A stable identity for a row whose file gives it none.
///
/// The first 128 bits of SHA-256 over the parts, with a NUL between them, as 32 hexadecimal figures. Parts
/// never hold NUL, so no two lists of parts are written alike. A hash that resists forgery is used because
/// the writer of a review chooses some of the parts.
enum NaturalKey {
  private static let figures = 32

  /// The identity of a row by the parts that make it unique.
  static func of(_ parts: String...) -> String {
    var message: [UInt8] = []
    message.reserveCapacity(192)
    for (index, part) in parts.enumerated() {
      if index > 0 { message.append(0) }
      message.append(contentsOf: part.utf8)
    }
    return String(message.withUnsafeBytes { Checksum(of: $0) }.description.prefix(figures))
  }
}
