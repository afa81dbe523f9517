import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// Finds out what the texts in sight say of their causes.
  mutating func prepareSuggestions() {
    guard let guide else { return }
    let open = [customerScreen?.currentReview, composer?.currentReview].compactMap(\.self)
    suggestions.prepare(
      list.shownRows.map(\.review) + open, in: settings.shop, by: guide.analyst)
  }

  /// What the text of any review says of its cause, in sight or not.
  private func suggestion(for review: Review) -> CauseSuggestion {
    guide?.analyst.suggestion(
      for: review.complaint, language: review.language, facts: review.facts(in: settings.shop))
      ?? .none
  }

  /// The suggested causes of those reviews that nobody has judged; in a group none is called fabricated unlooked.
  private func suggestedCauses(of reviews: [Review]) -> [ReviewID: Cause?] {
    var causes: [ReviewID: Cause?] = [:]
    for review in reviews where review.cause == nil {
      guard let cause = suggestion(for: review).cause, cause != .fabricated || reviews.count == 1
      else { continue }
      causes[review.id] = cause
    }
    return causes
  }

  /// Takes the suggested causes, but asks before a single review is called fabricated.
  mutating func takeSuggestedCauses(at now: Instant) -> [Effect] {
    let reviews = currentReviews
    let causes = suggestedCauses(of: reviews)
    guard !causes.isEmpty else { return refuse(reasonAgainstSuggestion(reviews), at: now) }
    if causes.values.contains(.fabricated) { return push(.choice(causeQuestion())) }
    return setCauses(causes)
  }

  private func reasonAgainstSuggestion(_ reviews: [Review]) -> String {
    if guide == nil { return "the words for causes are still being read" }
    if reviews.allSatisfy({ $0.cause != nil }) {
      return "the cause is judged already: t changes it"
    }
    if reviews.contains(where: { $0.cause == nil && suggestion(for: $0).cause != nil }) {
      return "what seems fabricated is looked at one by one"
    }
    return "no cause is suggested here: t says it"
  }

  /// Sets causes; reviews whose cause stays open stay marked.
  mutating func setCauses(_ causes: [ReviewID: Cause?]) -> [Effect] {
    for id in causes.keys { list.marked[id] = nil }
    return [.setCauses(causes)]
  }

  mutating func setCause(_ cause: Cause?) -> [Effect] {
    setCauses(
      Dictionary(
        currentReviews.map { ($0.id, cause) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Asks for the cause of the reviews that are worked on; what the texts suggest comes first.
  func causeQuestion() -> Choice {
    let reviews = currentReviews
    let causes = suggestedCauses(of: reviews)
    var choice = Choice.cause(of: reviews.count)
    choice.lines = suggestionLines(reviews, causes)
    if !causes.isEmpty {
      choice.options.insert(
        Choice.Option(key: .enter, words: answer(causes, of: reviews), outcome: .causes(causes)),
        at: 0)
    }
    return choice
  }

  /// What the answer “enter” does.
  private func answer(_ causes: [ReviewID: Cause?], of reviews: [Review]) -> String {
    guard reviews.count == 1, let cause = causes.values.first ?? nil else {
      return "as suggested, on \(causes.count) of \(reviews.count)"
    }
    return cause == .fabricated
      ? "fabricated: it is reported, and never answered" : "\(cause.words), as it says"
  }

  private func suggestionLines(
    _ reviews: [Review], _ causes: [ReviewID: Cause?]
  ) -> [String] {
    guard let review = reviews.first, reviews.count == 1 else { return [Self.tally(causes)] }
    let suggestion = suggestion(for: review)
    guard let first = suggestion.ranked.first else { return [] }
    let words = review.quoted(first.ranges)
    return [
      suggestion.confidence == .weak
        ? "Perhaps \(first.cause.words): \(words)" : "Suggested: \(first.cause.words), by \(words)"
    ]
  }

  /// How many reviews each cause is suggested for, the commonest first.
  private static func tally(_ causes: [ReviewID: Cause?]) -> String {
    let known = Dictionary(grouping: causes.values.compactMap(\.self), by: \.self)
      .sorted { ($1.value.count, $0.key.rawValue) < ($0.value.count, $1.key.rawValue) }
    guard !known.isEmpty else { return "No cause is suggested for any of them." }
    return "Suggested: " + known.map { "\($0.value.count) \($0.key.words)" }.joined(separator: ", ")
  }
}
