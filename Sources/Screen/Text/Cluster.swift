/// A character of a text as an editor sees it: where it is, and how many columns it takes.
struct Cluster {
  /// The bytes of the text that it takes.
  var range: Range<Int>
  var width: Int
  var isNewline = false
  var isSpace = false
}

/// Walks over the characters of a text from a byte on; quick where the text is ASCII.
struct Clusters: Sequence, IteratorProtocol {
  private let text: String
  private var index: String.Index
  private var offset: Int
  private let end: String.Index

  /// A walk over some bytes, at borders of characters; over the whole text by default.
  init(_ text: String, in range: Range<Int>? = nil) {
    self.text = text
    offset = range?.lowerBound ?? 0
    index = text.utf8.index(text.startIndex, offsetBy: offset)
    end = range.map { text.utf8.index(text.startIndex, offsetBy: $0.upperBound) } ?? text.endIndex
  }

  mutating func next() -> Cluster? {
    guard index < end else { return nil }
    let byte = text.utf8[index]
    let after = text.utf8.index(after: index)
    if byte < 0x80, byte != 0x0D, after == text.endIndex || text.utf8[after] < 0x80 {
      return cluster(
        to: after, bytes: 1, width: byte == 0x0A ? 0 : 1, isNewline: byte == 0x0A,
        isSpace: byte == 0x20 || byte == 0x09)
    }
    return nextScalar() ?? nextCharacter()
  }

  private mutating func cluster(
    to after: String.Index,
    bytes: Int,
    width: Int,
    isNewline: Bool = false,
    isSpace: Bool = false
  ) -> Cluster {
    index = after
    offset += bytes
    return Cluster(
      range: offset - bytes..<offset, width: width, isNewline: isNewline, isSpace: isSpace)
  }

  /// A character of one scalar, when it and the next one are of those that never join.
  private mutating func nextScalar() -> Cluster? {
    let scalars = text.unicodeScalars
    let scalar = scalars[index]
    let after = scalars.index(after: index)
    guard scalar.standsAlone, after == text.endIndex || scalars[after].standsAlone else {
      return nil
    }
    return cluster(
      to: after, bytes: UTF8.width(scalar), width: CellWidth.columns(of: scalar),
      isSpace: scalar == " " || scalar == "\t")
  }

  private mutating func nextCharacter() -> Cluster {
    let character = text[index]
    let isNewline = character.isNewline
    return cluster(
      to: text.index(after: index), bytes: character.utf8.count,
      width: isNewline ? 0 : CellWidth.columns(of: character), isNewline: isNewline,
      isSpace: character == "\u{3000}")
  }
}

extension Unicode.Scalar {
  /// Whether it is of the class Other of UAX #29 and has a shape: two such scalars are two
  /// characters.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x09, 0x20..<0x7F, 0xC0..<0x300, 0x400..<0x483, 0x2010..<0x2028, 0x3001..<0x3003,
      0x3041..<0x3097, 0x30A1..<0x30FB, 0x4E00..<0x9FFD, 0xAC00..<0xD7A4, 0xFF01..<0xFF5F:
      true
    default: false
    }
  }
}
