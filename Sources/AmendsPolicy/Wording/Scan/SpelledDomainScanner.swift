/// Finds addresses whose signs are written as words: `name (at) mail dot com`.
enum SpelledDomainScanner {
  private static let longestName = 5

  static func scan(_ reader: PieceReader) -> [Range<Int>] {
    reader.pieces.indices.compactMap { index in
      guard reader.isOne(index, of: .dot), reader.isOne(index + 1, of: .spelledEnd), index > 0
      else {
        return nil
      }
      return reader.range(start(reader, index), end(reader, index + 1))
    }
  }

  /// The name before the "at", or the word before the first "dot".
  private static func start(_ reader: PieceReader, _ dot: Int) -> Int {
    let lower = max(1, dot - longestName)
    let at = (lower..<max(lower, dot)).last { reader.isOne($0, of: .at) }
    return at.map { $0 - 1 } ?? dot - 1
  }

  private static func end(_ reader: PieceReader, _ last: Int) -> Int {
    var last = last
    while reader.isOne(last + 1, of: .dot), reader.isOne(last + 2, of: .spelledEnd) { last += 2 }
    return last
  }
}
