/// A small set of words that is asked without allocating.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var table = WordTable()
  /// The low bits of all hashes: most words are refused by one look at it.
  private var filter: UInt64 = 0

  init(arrayLiteral words: String...) { self.init(words) }

  init(_ words: [String]) {
    for word in words {
      let bytes = Array(word.utf8)
      _ = table.intern(bytes)
      filter |= Self.bit(WordTable.hash(bytes, 0, bytes.count))
    }
  }

  /// Takes the set out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    table = try WordTable(&image)
    filter = try image.value()
  }

  /// Puts the set into an image.
  func write(to image: inout ImageWriter) {
    table.write(to: &image)
    image.put(value: filter)
  }

  private static func bit(_ hash: UInt32) -> UInt64 { 1 << UInt64(hash & 63) }

  /// Whether a piece of a text is a word of the set.
  func contains(_ piece: Piece, of text: FoldedText) -> Bool {
    guard filter & Self.bit(piece.hash) != 0 else { return false }
    return table.find(text.bytes, Int(piece.from), Int(piece.to), hash: piece.hash) >= 0
  }
}
