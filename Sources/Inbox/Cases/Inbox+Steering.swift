import AmendsPolicy
import Ledger

extension Inbox {
  /// The cause of a review as the composer takes it: the judged one, else the suggested one.
  func cause(of review: Review) -> Cause? { review.cause ?? suggestions[review].cause }

  /// The cause in words, with a question mark while it is only suggested.
  func causeName(of review: Review) -> String {
    if let cause = review.cause { return cause.words }
    return suggestions[review].cause.map { "\($0.words)?" } ?? "not known"
  }

  /// The text to begin with that fits the case in the composer; `nil` where there is none.
  func startingText() -> String? {
    guard let composer, let review = composer.currentReview, let file = composer.file else {
      return nil
    }
    return guide?.starters.fitting(
      cause(of: review), kind: review.kind, language: composer.language, channel: composer.channel
    ).first?.filled(customer: file.greetingName, agent: settings.signature)
  }
}

extension InboxSettings {
  /// The agent's name as it stands below a letter.
  var signature: String { agent.prefix(1).uppercased() + agent.dropFirst() }
}

extension CustomerFile {
  /// The name to greet with; empty where none is known.
  var greetingName: String {
    customer.name.isEmpty ? reviews.first { !$0.author.isEmpty }?.author ?? "" : customer.name
  }
}
