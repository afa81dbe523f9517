/// The base letters of accented Latin.
enum LatinFold {
  /// One base letter for each scalar from U+00C0 to U+017F; digits stand for letter pairs, see `pair`.
  static let bases: [UInt8] = Array(
    ("aaaaaa1ceeeeiiiidnoooooxouuuuyp3aaaaaa1ceeeeiiiidnooooo0ouuuuypy"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkklllllll"
      + "lllnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// The two letters that a digit in `bases` stands for; nil for no letter at all.
  static func pair(_ digit: UInt8) -> (UInt8, UInt8)? {
    switch digit {
    case UInt8(ascii: "1"): (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case UInt8(ascii: "2"): (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case UInt8(ascii: "3"): (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case UInt8(ascii: "4"): (UInt8(ascii: "i"), UInt8(ascii: "j"))
    default: nil
    }
  }
}
