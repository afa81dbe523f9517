/// Letters that digits and signs stand for in disguised spelling.
enum Leet {
  /// The letter that a digit or sign looks like; `one` says what a `1` is read as.
  static func letter(_ byte: UInt8, one: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "|"), UInt8(ascii: "!"): one
    case UInt8(ascii: "2"): UInt8(ascii: "z")
    case UInt8(ascii: "3"), FoldedByte.currency: UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "6"), UInt8(ascii: "9"): UInt8(ascii: "g")
    case UInt8(ascii: "7"), UInt8(ascii: "+"): UInt8(ascii: "t")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    default: nil
    }
  }

  /// The word with every digit read as a letter; nil where one looks like none.
  static func decode(_ word: [UInt8], one: UInt8) -> [UInt8]? {
    var letters = word
    for index in letters.indices where !ByteClass.isLetter(letters[index]) {
      guard let letter = letter(letters[index], one: one) else { return nil }
      letters[index] = letter
    }
    return letters
  }
}
