/// Words that are written together with an apostrophe, such as `l'avis`, `n'a` and `dell'articolo`.
enum Elision {
  /// Where the apostrophe stands between two words; nil where there is only one.
  static func mark(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int? {
    guard let mark = bytes[from..<to].firstIndex(of: UInt8(ascii: "'")), mark > from,
      !isTail(bytes, mark, to)
    else { return nil }
    return mark
  }

  /// Whether what stands behind an apostrophe is no word of its own: a single consonant, as in `shop's`.
  static func isTail(_ bytes: [UInt8], _ mark: Int, _ to: Int) -> Bool {
    to - mark - 1 < 2 && !(to - mark == 2 && isVowel(bytes[mark + 1]))
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
