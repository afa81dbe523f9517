/// Weighs what a review says for each cause.
struct CauseScores {
  private struct Score {
    var weight = 0
    var ranges: [Range<Int>] = []
  }

  private let language: String?
  private var scores: [Cause: Score] = [:]

  /// What is said first counts half as much again: headlines and first sentences name the trouble.
  private static let first = 3
  private static let later = 2
  /// From here on a cause is suggested: one phrase that is enough by itself, wherever it stands.
  private static let enough = 2 * later
  /// What the name of a competitor, and condemnation without a reason, say in a review whose purchase is not verified.
  private static let unverifiedGround = enough

  init(_ reading: ReviewReading, _ facts: ReviewFacts) {
    language = reading.language
    for mention in reading.mentions {
      guard let cause = mention.subject.cause else { continue }
      add(
        mention.weight * (mention.sentence == 0 ? Self.first : Self.later), mention.range, to: cause
      )
    }
    if facts.isVerified == false { doubt(reading, facts) }
  }

  private mutating func add(_ weight: Int, _ range: Range<Int>, to cause: Cause) {
    scores[cause, default: Score()].weight += weight
    scores[cause, default: Score()].ranges.append(range)
  }

  /// Grounds for the suspicion that nobody who bought it wrote this.
  private mutating func doubt(_ reading: ReviewReading, _ facts: ReviewFacts) {
    let named = facts.competitors.flatMap { reading.text.places(of: $0) }
    let generic = reading.mentions.filter { $0.subject == .topic(.generic) }.map(\.range)
    let grounds = named + (scores.isEmpty ? generic : [])
    for range in grounds { add(Self.unverifiedGround, range, to: .fabricated) }
  }

  /// The causes that something speaks for, the likeliest first; of equals the one that is named first.
  var suggestion: CauseSuggestion {
    let ranked = scores.map { cause, score in
      RankedCause(cause, weight: score.weight, ranges: ByteRanges.merged(score.ranges))
    }.sorted { first, second in
      first.weight == second.weight
        ? first.start < second.start : first.weight > second.weight
    }
    let most = ranked.first?.weight ?? 0
    let confidence: CauseSuggestion.Confidence =
      most >= Self.enough ? .suggested : most > 0 ? .weak : .none
    return CauseSuggestion(ranked: ranked, confidence: confidence, language: language)
  }
}

extension RankedCause {
  /// Where the first of its words stands; the order of causes decides between two in one place.
  fileprivate var start: (Int, Int) {
    (ranges.first?.lowerBound ?? 0, Cause.allCases.firstIndex(of: cause) ?? 0)
  }
}
