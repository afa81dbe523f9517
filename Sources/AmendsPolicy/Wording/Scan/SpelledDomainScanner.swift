/// Finds addresses whose signs are written as words: `name (at) mail dot com`.
enum SpelledDomainScanner {
  private static let dots: WordSet = ["dot", "d0t", "punkt", "point"]
  private static let ats: WordSet = ["at", "@", "arroba", "chiocciola", "arobase", "aet"]
  private static let ends: WordSet = [
    "com", "net", "org", "info", "biz", "shop", "store", "io", "eu", "co", "uk", "de", "fr",
    "nl", "example", "c0m",
  ]
  private static let longestName = 5

  static func scan(_ reader: PieceReader) -> [Range<Int>] {
    reader.pieces.indices.compactMap { index in
      guard reader.isOne(index, of: dots), reader.isOne(index + 1, of: ends), index > 0 else {
        return nil
      }
      return reader.range(start(reader, index), end(reader, index + 1))
    }
  }

  /// The name before the "at", or the word before the first "dot".
  private static func start(_ reader: PieceReader, _ dot: Int) -> Int {
    let lower = max(1, dot - longestName)
    let at = (lower..<max(lower, dot)).last { reader.isOne($0, of: ats) }
    return at.map { $0 - 1 } ?? dot - 1
  }

  private static func end(_ reader: PieceReader, _ last: Int) -> Int {
    var last = last
    while reader.isOne(last + 1, of: dots), reader.isOne(last + 2, of: ends) { last += 2 }
    return last
  }
}
