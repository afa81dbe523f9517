import Digests
import Ledger

/// A key of a person as the spool has it: plain like in the desk, or hashed once the person was erased.
enum SpoolKey: Hashable {
  case plain(CustomerKey)
  case hashed(kind: String, hash: String)

  /// The key as a field of a line: `relay:a@b.example`, or `relay#` with the hash.
  var text: String {
    switch self {
    case .plain(let key): "\(key.kind):\(SpoolField.encoded(key.stored))"
    case .hashed(let kind, let hash): "\(kind)#\(hash)"
    }
  }

  /// Reads a key as it was written; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    let marks = [UInt8(ascii: ":"), UInt8(ascii: "#")]
    guard let mark = bytes.firstIndex(where: marks.contains) else { return nil }
    let kind = String(text[..<mark])
    let rest = text[bytes.index(after: mark)...]
    guard bytes[mark] == marks[0] else {
      self = .hashed(kind: kind, hash: String(rest))
      return
    }
    guard let stored = SpoolField.decoded(rest) else { return nil }
    self = .plain(CustomerKey(kind: kind, stored: stored))
  }

  /// The key with its text hashed, so that it tells nothing and still fits the same key.
  func hashed(_ salt: String) -> SpoolKey {
    switch self {
    case .plain(let key): .hashed(kind: key.kind, hash: Self.hash(of: key, salt))
    case .hashed: self
    }
  }

  /// The hash that stands for a key.
  static func hash(of key: CustomerKey, _ salt: String) -> String {
    "\(Checksum(of: "\(salt)\u{0}\(key.kind)\u{0}\(key.stored)"))"
  }
}

/// Texts as fields of a line: without spaces, line breaks and other control characters.
enum SpoolField {
  /// The text with every byte that could end a field as `%` and two hexadecimal digits.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x7F || byte == percent {
        let digits = String(byte, radix: 16)
        bytes += Array("%\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that was encoded; `nil` where it was not.
  static func decoded(_ field: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == percent else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static let percent = UInt8(ascii: "%")
}
