/// The pieces of a text, with what scanners ask of them.
struct PieceReader {
  let text: FoldedText
  let pieces: [Piece]
  /// What each piece is to the scanners.
  let kinds: [ScanWords]

  init(text: FoldedText, pieces: [Piece]) {
    self.text = text
    self.pieces = pieces
    kinds = ScanTable.all.kinds(of: text, pieces)
  }

  /// A piece as folded text.
  func word(_ index: Int) -> String {
    guard pieces.indices.contains(index) else { return "" }
    let piece = pieces[index]
    return String(decoding: text.bytes[Int(piece.from)..<Int(piece.to)], as: UTF8.self)
  }

  /// Whether a piece is of a kind.
  func isOne(_ index: Int, of kind: ScanWords) -> Bool {
    index >= 0 && index < kinds.count && !kinds[index].isDisjoint(with: kind)
  }

  /// The sign between a piece and the one before, where no blank is between them.
  func glue(_ index: Int) -> UInt8? {
    guard pieces.indices.contains(index), case .glue(let sign) = pieces[index].joint else {
      return nil
    }
    return sign
  }

  /// The source bytes of a run of pieces.
  func range(_ first: Int, _ last: Int) -> Range<Int> {
    text.range(Int(pieces[first].from), Int(pieces[last].to) - 1)
  }

  /// Whether one of some words stands within a few pieces before, or behind, a run.
  func isNear(_ words: ScanWords, before first: Int, after last: Int, within: Int) -> Bool {
    let lower = max(0, first - within)
    let upper = min(pieces.count, last + 1 + within / 2)
    return (lower..<first).contains { isOne($0, of: words) }
      || (last + 1..<max(last + 1, upper)).contains { isOne($0, of: words) }
  }
}
