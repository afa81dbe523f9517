/// What somebody typed, as a full-text pattern that can hold nothing but words.
///
/// Each word becomes a quoted phrase, so that no operator, column name or quote of FTS5 is ever read as
/// one; the last may be the start of a word. A text without a letter or digit finds nothing.
enum SearchPattern: Equatable {
  /// Nothing is searched for.
  case anything
  /// The text holds nothing that could be found.
  case nothing
  /// A pattern for `MATCH`.
  case words(String)

  /// More words than this add nothing but work.
  private static let mostWords = 16

  init(_ text: String) {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }
    guard !words.isEmpty else {
      self = .anything
      return
    }
    let phrases = words.filter { $0.contains(where: Self.isFound) }.prefix(Self.mostWords)
      .map { "\"\(Self.doublingQuotes($0))\"" }
    self = phrases.isEmpty ? .nothing : .words(phrases.joined(separator: " ") + "*")
  }

  private static func isFound(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func doublingQuotes(_ word: Substring.UnicodeScalarView) -> String {
    String(word).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
  }
}
