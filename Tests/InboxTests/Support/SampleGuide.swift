import AmendsPolicy

/// A guide of the tests' own, so that no screen changes when the shipped words do.
enum SampleGuide {
  static let guide: CaseGuide = {
    do {
      return CaseGuide(
        analyst: try ReviewAnalyst(packs: [words]), starters: starters, requests: [requests])
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  private static let starters = ReplyStarters(
    [
      ReplyStarter(
        language: "en", causes: [.damaged],
        text: "Hello {{customer}},\n\nI am sorry that the base broke.\n\n{{agent}}"),
      ReplyStarter(
        language: "en", causes: [.unknown], text: "Hello {{customer}},\n\nWhat happened?"),
      ReplyStarter(
        language: "en", kind: .sellerFeedback, channel: .publicReply, text: "I am sorry. {{agent}}"),
    ], questions: ["en": "What happened, and when?"])

  private static let requests = RequestTexts(
    language: "en",
    removal: Dictionary(
      uniqueKeysWithValues: RemovalGround.allCases.map {
        ($0, "Please look at order {{order}}: \($0.rawValue), {{words}}.")
      }),
    report:
      "Please look at review {{review}} of {{product}}, posted on {{date}}, {{stars}} of 5 stars:",
    reasons: Dictionary(
      uniqueKeysWithValues: AbuseReason.allCases.map { ($0, "\($0.rawValue): {{words}}") }),
    unverified: "The purchase is not verified.")

  private static let origin = Origin(file: "sample.toml", line: 1)

  private static func list(_ subject: ReviewSubject, _ weight: Int, _ match: String...)
    -> ReviewPhrases
  {
    ReviewPhrases(subject, weight: weight, match: match, origin: origin)
  }

  private static let words = ReviewPack(
    language: "en", negations: ["not"], stops: ["but"],
    phrases: [
      list(.cause(.damaged), 3, "arrived … cracked", "had a crack"),
      list(.cause(.defect), 3, "leaks"), list(.cause(.late), 3, "still waiting", "two weeks"),
      list(.cause(.service), 1, "asked for help"), list(.cause(.missingParts), 3, "is missing"),
      list(.topic(.neverBought), 3, "never bought"), list(.topic(.generic), 1, "scam"),
      list(.cause(.quality), 3, "dull"), list(.topic(.delivery), 1, "courier"),
      list(.topic(.seller), 1, "seller"), list(.topic(.obscene), 1, "damn"),
    ])
}
