import Mail

/// The little HTML that the data set's titles and texts carry: line breaks and character references.
enum HTMLText {
  /// The text with `<br>` in all its spellings as a line break and character references decoded, each once.
  static func decoded(_ text: String) -> String {
    guard text.holds(ampersand) || text.holds(lessThan) else { return text }
    var rest = Array(text.utf8)[...]
    var result: [UInt8] = []
    result.reserveCapacity(rest.count)
    while let byte = rest.first {
      if byte == lessThan, let length = lengthOfBreak(rest) {
        result.append(UInt8(ascii: "\n"))
        rest.removeFirst(length)
      } else if byte == ampersand, let (decoded, length) = CharacterReference.read(rest) {
        result.append(contentsOf: decoded)
        rest.removeFirst(length)
      } else {
        result.append(byte)
        rest.removeFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let ampersand = UInt8(ascii: "&")
  private static let lessThan = UInt8(ascii: "<")

  /// `<br>`, `<br/>`, `<br />`, in capitals too.
  private static func lengthOfBreak(_ bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes.dropFirst()
    guard rest.popFirst().map({ $0 | 0x20 }) == UInt8(ascii: "b"),
      rest.popFirst().map({ $0 | 0x20 }) == UInt8(ascii: "r")
    else { return nil }
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    guard rest.popFirst() == UInt8(ascii: ">") else { return nil }
    return bytes.count - rest.count
  }
}
