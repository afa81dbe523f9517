/// Finds words in capitals that are no abbreviations.
enum ShoutingScanner {
  /// The fewest words in a row that count as shouting.
  private static let least = 3
  /// A run must hold a word of this length: shorter ones are mostly abbreviations.
  private static let telling = 4

  static func scan(_ text: FoldedText, _ pieces: [Piece]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < pieces.count {
      let start = at
      while at < pieces.count, isShouted(text, pieces[at]) { at += 1 }
      if isTelling(pieces[start..<at]) {
        ranges.append(text.range(Int(pieces[start].from), Int(pieces[at - 1].to) - 1))
      }
      at = max(at, start + 1)
    }
    return ranges
  }

  private static func isTelling(_ run: ArraySlice<Piece>) -> Bool {
    run.count >= least && run.count { $0.kind == .word && $0.length > 1 } >= least
      && run.count { $0.kind == .word && $0.length >= telling } >= 2
  }

  /// Whether every letter of a piece is a capital; numbers neither shout nor end the shouting.
  private static func isShouted(_ text: FoldedText, _ piece: Piece) -> Bool {
    guard piece.kind == .word else { return true }
    return (Int(piece.from)..<Int(piece.to)).allSatisfy {
      text.places[$0].isCapital || !ByteClass.isLetter(text.bytes[$0])
    }
  }
}
