/// The base64 encoding of RFC 4648.
package enum Base64 {
  /// Encodes bytes, padded, in one line.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    var group: [UInt8] = []
    for byte in bytes {
      group.append(byte)
      if group.count == 3 {
        append(group, to: &digits)
        group.removeAll(keepingCapacity: true)
      }
    }
    if !group.isEmpty { append(group, to: &digits) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Encodes bytes in lines of 76 columns (RFC 2045, 6.8).
  package static func lines(_ bytes: [UInt8]) -> [String] {
    stride(from: 0, to: bytes.count, by: 57).map { start in
      text(bytes[start..<min(start + 57, bytes.count)])
    }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func append(_ group: [UInt8], to digits: inout [UInt8]) {
    let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[$1]) : 0) }
    for place in 0..<4 {
      let isPadding = place > group.count
      digits.append(
        isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * place) & 63])
    }
  }
}
