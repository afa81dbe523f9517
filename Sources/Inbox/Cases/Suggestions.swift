import AmendsPolicy
import Ledger

/// What the texts of the reviews in sight say of their causes, found out once for each text.
struct Suggestions: Sendable {
  private struct Entry {
    var complaint: String
    var facts: ReviewFacts
    var suggestion: CauseSuggestion
  }

  private var entries: [ReviewID: Entry] = [:]

  /// Looks at the reviews that are in sight, and forgets all others.
  mutating func prepare(_ reviews: [Review], in shop: Shop, by analyst: ReviewAnalyst) {
    var kept: [ReviewID: Entry] = [:]
    for review in reviews where kept[review.id] == nil {
      let (complaint, facts) = (review.complaint, review.facts(in: shop))
      if let known = entries[review.id], known.complaint == complaint, known.facts == facts {
        kept[review.id] = known
      } else {
        kept[review.id] = Entry(
          complaint: complaint, facts: facts,
          suggestion: analyst.suggestion(for: complaint, language: review.language, facts: facts))
      }
    }
    entries = kept
  }

  /// What a review's text says; nothing where it has not been looked at.
  subscript(review: Review) -> CauseSuggestion { entries[review.id]?.suggestion ?? .none }

  /// The cause that is suggested for a review nobody has judged.
  func open(for review: Review) -> Cause? { review.cause == nil ? self[review].cause : nil }

  /// The words that speak for a review's cause, the suggested one where nobody has judged it.
  func marks(in review: Review) -> [Range<Int>] {
    let suggestion = self[review]
    guard let cause = review.cause ?? suggestion.cause else { return [] }
    return suggestion.ranked.first { $0.cause == cause }?.ranges ?? []
  }
}

extension Review {
  /// What the analyst has to know besides the text.
  func facts(in shop: Shop) -> ReviewFacts {
    ReviewFacts(
      isVerified: kind == .productReview ? isVerified : nil, competitors: shop.competitors)
  }

  /// Of ranges of the complaint, what lies in the headline.
  func titleMarks(_ marks: [Range<Int>]) -> [Range<Int>] {
    marks.map { $0.clamped(to: 0..<title.utf8.count) }.filter { !$0.isEmpty }
  }

  /// Of ranges of the complaint, what lies in what is shown as the headline.
  func headlineMarks(_ marks: [Range<Int>]) -> [Range<Int>] {
    title.isEmpty ? textMarks(marks) : titleMarks(marks)
  }

  /// Of ranges of the complaint, what lies in the text, counted from its beginning.
  func textMarks(_ marks: [Range<Int>]) -> [Range<Int>] {
    let start = title.isEmpty ? 0 : title.utf8.count + 1
    return marks.filter { $0.upperBound > start }.map {
      max(0, $0.lowerBound - start)..<$0.upperBound - start
    }
  }

  /// The words of the complaint in some ranges, quoted, a few of them, each once.
  func quoted(_ ranges: [Range<Int>]) -> String {
    QuotedWords.list(ranges, in: complaint, most: 3)
  }
}
