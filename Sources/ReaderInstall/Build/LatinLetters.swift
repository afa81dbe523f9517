/// Which letters are Latin.
///
/// Swift does not tell the script of a character, so the blocks do: each block here holds Latin letters, or marks and
/// signs that Latin text uses (Unicode Character Database, Blocks.txt; the exceptions are from Scripts.txt). Elsewhere
/// a letter is one of another script.
enum LatinLetters {
  /// Whether a character is a letter, and not a Latin one.
  ///
  /// Letters are what Unicode calls alphabetic: it counts the vowel signs of a script with its letters.
  static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    return isLetter(scalar) && !isLatin(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  private static func isLatin(_ value: UInt32) -> Bool {
    blocks.contains { $0.contains(value) } && !exceptions.contains { $0.contains(value) }
  }

  private static let blocks: [ClosedRange<UInt32>] = [
    0x0000...0x007F,  // Basic Latin
    0x0080...0x00FF,  // Latin-1 Supplement
    0x0100...0x017F,  // Latin Extended-A
    0x0180...0x024F,  // Latin Extended-B
    0x0250...0x02AF,  // IPA Extensions
    0x02B0...0x02FF,  // Spacing Modifier Letters
    0x0300...0x036F,  // Combining Diacritical Marks
    0x1D00...0x1D7F,  // Phonetic Extensions
    0x1D80...0x1DBF,  // Phonetic Extensions Supplement
    0x1DC0...0x1DFF,  // Combining Diacritical Marks Supplement
    0x1E00...0x1EFF,  // Latin Extended Additional
    0x2070...0x209F,  // Superscripts and Subscripts
    0x2100...0x214F,  // Letterlike Symbols
    0x2150...0x218F,  // Number Forms
    0x2460...0x24FF,  // Enclosed Alphanumerics
    0x2C60...0x2C7F,  // Latin Extended-C
    0xA720...0xA7FF,  // Latin Extended-D
    0xAB30...0xAB6F,  // Latin Extended-E
    0xFB00...0xFB06,  // Alphabetic Presentation Forms: the Latin ligatures
    0xFF21...0xFF5A,  // Halfwidth and Fullwidth Forms: the Latin letters
    0x10780...0x107BF,  // Latin Extended-F
    0x1D400...0x1D6A5,  // Mathematical Alphanumeric Symbols: before the Greek ones
    0x1DF00...0x1DFFF,  // Latin Extended-G
    0x1F100...0x1F1FF,  // Enclosed Alphanumeric Supplement
  ]

  /// Greek and Cyrillic letters within those blocks.
  private static let exceptions: [ClosedRange<UInt32>] = [
    0x0345...0x0345, 0x1D26...0x1D2B, 0x1D5D...0x1D61, 0x1D66...0x1D6A, 0x1D78...0x1D78,
    0x1DBF...0x1DBF, 0x2126...0x2126, 0xAB65...0xAB65,
  ]
}
