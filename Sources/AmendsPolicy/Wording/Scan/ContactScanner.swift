/// Finds addresses, numbers and links that would take a customer off the marketplace.
///
/// A byte scanner, not an expression: linear, and blind to order numbers, prices, dates and the marketplace's pages.
enum ContactScanner {
  /// The source bytes of everything found.
  static func scan(_ text: FoldedText, _ pieces: [Piece]) -> [Range<Int>] {
    let reader = PieceReader(text: text, pieces: pieces)
    return DomainScanner.scan(reader) + SpelledDomainScanner.scan(reader)
      + PhoneScanner.scan(reader) + HandleScanner.scan(reader)
  }
}
