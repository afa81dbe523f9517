/// Words that are written together with an apostrophe, such as `l'avis` and `dell'articolo`.
enum Elision {
  /// The fewest letters behind the apostrophe that are a word of their own: `'s` is none.
  static let shortest = 2

  /// Where the apostrophe stands between two words; nil where there is only one.
  static func mark(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int? {
    guard let mark = bytes[from..<to].firstIndex(of: UInt8(ascii: "'")), mark > from,
      to - mark - 1 >= shortest
    else { return nil }
    return mark
  }
}
