/// Understands reviews: what they complain of, and what may be done about them.
///
/// An immutable value, cheap to copy and to share between threads. Any text is valid input.
public struct ReviewAnalyst: Sendable {
  private let engines: [ReviewEngine]
  private let guess = LanguageGuess()

  /// How much a language must see in a text whose words do not tell that it is written in it.
  private static let leastWeight = 2

  /// An analyst who knows no language, and sees nothing.
  public init() { engines = [] }

  /// Compiles the words of languages.
  ///
  /// - Throws: `PackError` with file and line where a phrase is at fault.
  public init(packs: [ReviewPack]) throws(PackError) {
    var engines: [ReviewEngine] = []
    for pack in packs { engines.append(try ReviewCompiler.compile(pack)) }
    self.engines = engines
  }

  /// The languages that are understood, as primary subtags.
  public var languages: [String] { engines.map(\.language) }

  /// Suggests why a review is bad.
  ///
  /// - Parameters:
  ///   - complaint: Headline and text of the review.
  ///   - language: Its language as a BCP-47 tag; nil where it is to be told from the text.
  ///   - facts: What is known of the review besides its text.
  /// - Returns: The causes that the text speaks for, with the words that do.
  public func suggestion(
    for complaint: String, language: String? = nil, facts: ReviewFacts = ReviewFacts()
  ) -> CauseSuggestion {
    CauseScores(read(complaint, language: language), facts).suggestion
  }

  /// What stands in a review.
  ///
  /// A text that says too little to tell its language is read in the one that sees most in it; of equals in the
  /// likeliest. Where none sees a cause plainly, only what speaks for itself in any language is kept.
  func read(_ review: String, language: String?) -> ReviewReading {
    let text = Folder.fold(Array(review.utf8))
    let pieces = Splitter.split(text)
    let nothing = ReviewReading(text: text, pieces: pieces)
    if let told = language.map(LanguageTag.primary) ?? guess.language(of: text, pieces) {
      if let engine = engines.first(where: { $0.language == told }) {
        return read(nothing, by: engine)
      }
      return ReviewReading(isForeign: true, text: text, pieces: pieces)
    }
    let likely = guess.candidates(for: text, pieces)
    let readings = engines.map { read(nothing, by: $0) }.sorted { first, second in
      let ranks = [first, second].map { likely.firstIndex(of: $0.language ?? "") ?? likely.count }
      return first.weight == second.weight
        ? ranks[0] < ranks[1] : first.weight > second.weight
    }
    guard var best = readings.first, best.weight >= Self.leastWeight else { return nothing }
    if best.causeWeight < Self.leastWeight { best.mentions = best.plainTopics }
    return best
  }

  private func read(_ review: ReviewReading, by engine: ReviewEngine) -> ReviewReading {
    var reading = review
    reading.language = engine.language
    reading.mentions = engine.mentions(in: review.text, review.pieces)
    return reading
  }
}
