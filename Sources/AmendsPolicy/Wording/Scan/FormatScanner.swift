/// Finds what the marketplace's styling rules forbid.
enum FormatScanner {
  /// The source bytes of everything found.
  static func scan(
    _ source: [UInt8], _ text: FoldedText, _ pieces: [Piece]
  ) -> [Range<Int>] {
    (text.hasPictographs ? emoji(text) : [])
      + punctuation(text) + blankLines(text) + MarkupScanner.scan(source)
      + ShoutingScanner.scan(text, pieces)
  }

  private static func emoji(_ text: FoldedText) -> [Range<Int>] {
    runs(text) { byte in
      byte == FoldedByte.emoji
        || (EmojiWord(byte: byte) != nil && byte != EmojiWord.arrow.byte)
    }
  }

  /// Runs of exclamation and question marks, of tildes, and long rows of points.
  private static func punctuation(_ text: FoldedText) -> [Range<Int>] {
    guard text.hasRuns else { return [] }
    let marks = runs(text, atLeast: 2) { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
    let tildes = runs(text, atLeast: 2) { $0 == UInt8(ascii: "~") }
    let points = runs(text, atLeast: 4) { $0 == UInt8(ascii: ".") }
    return marks + tildes + points
  }

  /// More than two blank lines in a row.
  private static func blankLines(_ text: FoldedText) -> [Range<Int>] {
    guard text.lineBreaks >= 4 else { return [] }
    var ranges: [Range<Int>] = []
    var breaks = 0
    var start = 0
    for index in text.bytes.indices where text.bytes[index] != UInt8(ascii: " ") {
      guard text.bytes[index] == UInt8(ascii: "\n") else {
        if breaks >= 4 {
          ranges.append(text.range(start, index - 1))
        }
        breaks = 0
        continue
      }
      if breaks == 0 { start = index }
      breaks += 1
    }
    return ranges
  }

  private static func runs(
    _ text: FoldedText, atLeast least: Int = 1, where isPart: (UInt8) -> Bool
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < text.bytes.count {
      let start = at
      while at < text.bytes.count, isPart(text.bytes[at]) { at += 1 }
      if at - start >= least {
        ranges.append(text.range(start, at - 1))
      }
      at = max(at, start + 1)
    }
    return ranges
  }
}
