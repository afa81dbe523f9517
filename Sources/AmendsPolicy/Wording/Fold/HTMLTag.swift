/// An HTML tag or comment in a draft.
struct HTMLTag {
  /// Where it ends in the source.
  let end: Int
  /// Whether a browser would begin a new line there.
  let breaksLine: Bool

  private static let longest = 200
  private static let lineBreaking: Set<[UInt8]> = Set(
    ["br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "hr"].map {
      Array($0.utf8)
    })

  /// Reads the tag that begins at `index`; nil where `<` is only a less-than sign.
  init?(_ source: [UInt8], _ index: Int) {
    var at = index + 1
    guard at < source.count else { return nil }
    if source[at] == UInt8(ascii: "/") { at += 1 }
    guard at < source.count, source[at] == UInt8(ascii: "!") || Self.isLetter(source[at]) else {
      return nil
    }
    let limit = min(source.count, index + Self.longest)
    guard let close = source[at..<limit].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    end = close + 1
    var name: [UInt8] = []
    while at < close, Self.isNameByte(source[at]) {
      name.append(source[at] | 0x20)
      at += 1
    }
    breaksLine = Self.lineBreaking.contains(name)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}

/// An HTML character reference in a draft.
struct HTMLEntity {
  /// The character.
  let scalar: UInt32
  /// Where it ends in the source.
  let end: Int

  /// Reads the reference that begins at `index`; nil where `&` is only an ampersand.
  init?(_ source: [UInt8], _ index: Int) {
    let limit = min(source.count, index + 12)
    guard let close = source[index..<limit].firstIndex(of: UInt8(ascii: ";")),
      let scalar = Self.value(source[(index + 1)..<close])
    else { return nil }
    self.scalar = scalar
    end = close + 1
  }

  private static func value(_ name: ArraySlice<UInt8>) -> UInt32? {
    if name.first == UInt8(ascii: "#") { return number(name.dropFirst()) }
    return switch String(decoding: name, as: UTF8.self) {
    case "nbsp": 0x20
    case "amp": 0x26
    case "lt": 0x3C
    case "gt": 0x3E
    case "quot": 0x22
    case "apos": 0x27
    case "shy": 0xAD
    default: nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(text, radix: isHex ? 16 : 10).flatMap { Unicode.Scalar($0) }?.value
  }
}
