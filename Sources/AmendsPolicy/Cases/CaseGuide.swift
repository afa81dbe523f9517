/// What helps to decide what may be done about a review: words by which it is understood, and texts to begin with.
public struct CaseGuide: Sendable {
  /// Who understands reviews.
  public var analyst: ReviewAnalyst
  /// Texts that replies can begin with.
  public var starters: ReplyStarters
  /// Texts for the marketplace, a set a language.
  public var requests: [RequestTexts]

  /// A guide.
  public init(
    analyst: ReviewAnalyst, starters: ReplyStarters = ReplyStarters(),
    requests: [RequestTexts] = []
  ) {
    self.analyst = analyst
    self.starters = starters
    self.requests = requests
  }

  /// The texts for the marketplace in a language, else in English, else any.
  public func requests(in language: String?) -> RequestTexts? {
    let wanted = language.map(LanguageTag.primary)
    return requests.first { $0.language == wanted }
      ?? requests.first { $0.language == ReplyStarters.usualLanguage } ?? requests.first
  }
}
