/// The arithmetic of Hangul syllables (Unicode 3.12).
enum Hangul {
  private static let syllables: UInt32 = 0xAC00
  private static let vowelCount: UInt32 = 21
  private static let finalCount: UInt32 = 28

  /// The syllable of a head and a vowel, or of an open syllable and a final; `nil` for other pairs.
  static func compose(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    switch (first.value, second.value) {
    case (0x1100..<0x1113, 0x1161..<0x1176):
      let index = (first.value - 0x1100) * vowelCount + second.value - 0x1161
      return Unicode.Scalar(syllables + index * finalCount)
    case (0xAC00..<0xD7A4, 0x11A8..<0x11C3) where (first.value - syllables) % finalCount == 0:
      return Unicode.Scalar(first.value + second.value - 0x11A7)
    default: return nil
    }
  }
}
