/// A place in a review where one of its phrases stands.
struct ReviewMention {
  /// What it is about.
  var subject: ReviewSubject
  /// How much it says, as in `ReviewPhrases`.
  var weight: Int
  /// Its words.
  var span: TokenSpan
  /// The source bytes.
  var range: Range<Int>
  /// The sentence that it stands in, from 0.
  var sentence: Int
}

/// A review with everything that was seen in it.
struct ReviewReading {
  /// The language whose words were looked for; nil where none is covered.
  var language: String?
  /// Whether it is known to be in a language that is not covered.
  var isForeign = false
  var text: FoldedText
  var pieces: [Piece]
  /// What stands in it, in the order of the text; what is said not to be so is left out.
  var mentions: [ReviewMention] = []

  /// What is obscene or promotes something: words that are rarely anything else in another language.
  var plainTopics: [ReviewMention] {
    mentions.filter { $0.subject == .topic(.obscene) || $0.subject == .topic(.promotion) }
  }

  /// How much is seen altogether.
  var weight: Int { causeWeight + 2 * plainTopics.count }

  /// How much is said for causes altogether.
  var causeWeight: Int {
    mentions.reduce(0) { $1.subject.cause == nil ? $0 : $0 + $1.weight }
  }
}
