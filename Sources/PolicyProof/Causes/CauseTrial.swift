public import AmendsPolicy

/// How well causes are suggested for reviews whose cause is known.
public struct CauseTrial: Equatable, Sendable {
  /// What was counted for one set of reviews.
  public struct Score: Equatable, Sendable {
    /// Suggestions that are one of the causes that a reader named.
    public var right = Share()
    /// Suggestions that are the very cause that a reader named first.
    public var first = Share()
    /// Reviews with a clear cause for which none was suggested.
    public var none = Share()
    /// Reviews without a clear cause for which one was suggested all the same.
    public var needless = Share()
    /// For each cause that a reader named first, the reviews for which a right one was suggested.
    public var recall: [Cause: Share] = [:]

    /// Makes an empty score.
    public init() {}
  }

  /// All reviews.
  public private(set) var all = Score()
  /// The reviews of each language.
  public private(set) var byLanguage: [String: Score] = [:]

  /// Makes an empty trial.
  public init() {}

  /// Counts one review and what was suggested for it; its language is told from the text, as in a desk.
  public mutating func add(_ review: LabelledReview, _ suggestion: CauseSuggestion) {
    all.add(review, suggestion.cause)
    byLanguage[review.language, default: Score()].add(review, suggestion.cause)
  }
}

extension CauseTrial.Score {
  fileprivate mutating func add(_ review: LabelledReview, _ suggested: Cause?) {
    if let suggested {
      right.add(review.causes.contains(suggested))
      first.add(review.causes.first == suggested)
    }
    guard review.isClear else { return needless.add(suggested != nil) }
    none.add(suggested == nil)
    let isRight = suggested.map(review.causes.contains) ?? false
    if let cause = review.causes.first { recall[cause, default: Share()].add(isRight) }
  }
}
