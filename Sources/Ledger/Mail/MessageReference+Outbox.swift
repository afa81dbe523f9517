extension MessageReference {
  /// The outbox item whose message bears this identity, `<item@amends.DOMAIN>`; `nil` for any other mail.
  ///
  /// The reverse of what Amends writes: letters, digits, `-` and `_` stand for themselves, any other byte is
  /// `=` with two hexadecimal digits in capitals.
  public var outboxItem: OutboxID? {
    let parts = text.split(separator: "@", maxSplits: 1)
    guard parts.count == 2, parts[1].lowercased().hasPrefix("amends.") else { return nil }
    var bytes: [UInt8] = []
    var rest = parts[0].utf8[...]
    while let byte = rest.popFirst() {
      if Self.isPlainName(byte) {
        bytes.append(byte)
      } else if byte == UInt8(ascii: "="), let value = Self.value(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        return nil
      }
    }
    return String(validating: bytes, as: UTF8.self).map(OutboxID.init)
  }

  private static func isPlainName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func value(_ digits: Substring.UTF8View) -> UInt8? {
    guard digits.count == 2, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-")
    else { return nil }
    return UInt8(String(Substring(digits)), radix: 16)
  }
}
