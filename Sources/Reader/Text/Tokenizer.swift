/// Cuts texts into the pieces of a model.
public struct Tokenizer: Sendable {
  private let model: ReaderModel
  // They point into the model, which nothing writes to.
  nonisolated(unsafe) private let normalisation: Normalisation
  nonisolated(unsafe) private let pieces: PieceTable

  /// A tokenizer with the pieces of a model.
  public init(model: ReaderModel) {
    self.model = model
    normalisation = Normalisation(model)
    pieces = PieceTable(model)
  }

  /// The pieces of a text.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - limit: how many are enough; the word that reaches it is still whole.
  /// - Returns: the pieces in their order.
  public func tokens(of text: String, limit: Int = .max) -> [Token] {
    var text = text
    return text.withUTF8 { tokens(of: $0, in: 0..<$0.count, limit: limit) }
  }

  /// The pieces of a part of a text, with ranges in the whole of it.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are none count as unknown characters.
  ///   - range: the part's bytes.
  ///   - limit: how many are enough; the word that reaches it is still whole.
  /// - Returns: the pieces in their order.
  public func tokens(
    of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, limit: Int = .max
  ) -> [Token] {
    var tokens: [Token] = []
    var points = CodePoints(text, in: range)
    var words = WordCutter(Lattice(pieces: pieces, unknown: Int32(model.shape.unknown)))
    while tokens.count < limit, let (point, source) = points.next() {
      if let replacement = normalisation.replacement(of: point) {
        for point in replacement { words.take(point, source, into: &tokens) }
      } else {
        words.take(point, source, into: &tokens)
      }
    }
    words.finish(into: &tokens)
    return tokens
  }
}

/// Gathers code points to words.
private struct WordCutter {
  private var lattice: Lattice
  private var word = Word()
  private var startsWord = true

  init(_ lattice: Lattice) { self.lattice = lattice }

  mutating func take(_ point: UInt32, _ source: Range<Int>, into tokens: inout [Token]) {
    if Self.isSpace(point) {
      finish(into: &tokens)
      startsWord = true
      return
    }
    if word.isFull {
      finish(into: &tokens)
      startsWord = false
    }
    if word.isEmpty, startsWord { word.appendMark(source) }
    word.append(point, source)
  }

  mutating func finish(into tokens: inout [Token]) {
    lattice.solve(word, startsWord: startsWord, into: &tokens)
    word.clear()
  }

  private static func isSpace(_ point: UInt32) -> Bool {
    point == 0x20 || point == 0x09 || point == 0x0A || point == 0x0D
  }
}
