/// Character references of HTML: `&eacute;`, `&#233;`, `&#xE9;`.
public enum CharacterReference {
  private static let longest = 12

  /// The character that a reference at the beginning of bytes stands for, in UTF-8, and the reference's length.
  ///
  /// - Returns: `nil` where the ampersand is only one.
  public static func read(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int)? {
    let window = bytes.prefix(longest)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
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
