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
      } else if byte == ampersand, let (decoded, length) = reference(rest) {
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

  private static let longestReference = 12

  private static func reference(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int)? {
    let window = bytes.prefix(longestReference)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[bytes.startIndex + 1..<end], as: UTF8.self)
    guard let scalar = numbered(name) ?? HTMLNames.scalar(name) else { return nil }
    return (Array(String(scalar).utf8), end - bytes.startIndex + 1)
  }

  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let figures = isHex ? digits.dropFirst() : digits
    guard figures.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true,
      let code = UInt32(figures, radix: isHex ? 16 : 10)
    else { return nil }
    return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
  }
}
