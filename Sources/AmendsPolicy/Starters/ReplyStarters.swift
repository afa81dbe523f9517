/// The texts that replies can begin with, and the questions that are asked where a cause is unknown.
///
/// Of equals the first is taken.
public struct ReplyStarters: Sendable {
  /// The texts, those to be preferred first.
  public var all: [ReplyStarter]
  /// An open question for each language, by primary subtag.
  public var questions: [String: String]

  /// What is taken where the customer's language is unknown.
  public static let usualLanguage = "en"

  /// Starters with the open questions of their languages.
  public init(_ all: [ReplyStarter] = [], questions: [String: String] = [:]) {
    self.all = all
    self.questions = questions
  }

  /// The texts that fit a case, those written for its cause first.
  ///
  /// - Parameters:
  ///   - cause: The cause; nil where nobody knows it.
  ///   - kind: What is answered.
  ///   - language: The customer's language as a BCP-47 tag; nil where unknown.
  ///   - channel: The way on which the reply leaves.
  /// - Returns: The texts; none where there is none in the customer's language.
  public func fitting(
    _ cause: Cause?, kind: ItemKind, language: String?, channel: Channel
  ) -> [ReplyStarter] {
    let wanted = Self.subtag(language)
    let fitting = all.filter { starter in
      starter.language == wanted && (starter.kind ?? kind) == kind
        && (starter.channel ?? channel) == channel
        && (starter.channel == .publicReply) == (channel == .publicReply)
        && (starter.causes.isEmpty || starter.causes.contains(cause ?? .unknown))
    }
    return fitting.filter { !$0.causes.isEmpty } + fitting.filter { $0.causes.isEmpty }
  }

  /// The open question in a customer's language; nil where there is none in it.
  public func question(in language: String?) -> String? { questions[Self.subtag(language)] }

  private static func subtag(_ language: String?) -> String {
    language.map(LanguageTag.primary) ?? usualLanguage
  }
}
