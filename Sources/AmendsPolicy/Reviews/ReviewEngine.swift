/// Finds in reviews of one language what they are about: immutable, and shared by reference as it is large.
final class ReviewEngine: Sendable {
  /// What the phrases of one concept number say.
  struct Meaning: Sendable {
    var subject: ReviewSubject
    var weight: Int
    /// Whether they say “not” themselves: then such a word among theirs does not turn them around.
    var isNegative: Bool
  }

  let language: String
  private let lexicon: Lexicon
  private let trie: PhraseTrie
  /// What each concept says, by number; behind the last come negation and what ends its reach.
  private let meanings: [Meaning]

  /// A negation turns a phrase around when it stands at most so many words before it.
  private static let negationReach = 3

  init(language: String, lexicon: Lexicon, trie: PhraseTrie, meanings: [Meaning]) {
    self.language = language
    self.lexicon = lexicon
    self.trie = trie
    self.meanings = meanings
  }

  /// Everything that stands in a split review and is not said not to be so.
  func mentions(in text: FoldedText, _ pieces: [Piece]) -> [ReviewMention] {
    let tokens = TokenReader.read(text, pieces, lexicon)
    let index = MentionFinder.find(trie, tokens, conceptCount: meanings.count + 2)
    let turns = turns(index, count: tokens.count)
    var found: [ReviewMention] = []
    for (concept, meaning) in meanings.enumerated() {
      for place in index.block(Int32(concept)) {
        let mention = index.mentions[place]
        guard !isTurned(mention, meaning, by: turns, tokens) else { continue }
        let first = tokens[Int(mention.first)]
        found.append(
          ReviewMention(
            subject: meaning.subject, weight: meaning.weight,
            span: TokenSpan(first: mention.first, last: mention.last),
            range: Int(first.start)..<Int(tokens[Int(mention.last)].end),
            sentence: Int(first.sentence)))
      }
    }
    return Self.withoutCovered(found)
  }

  /// What a word does to the phrases behind it.
  private enum Turn {
    case none
    case negation
    case stop
  }

  private func turns(_ index: MentionIndex, count: Int) -> [Turn] {
    var turns = Array(repeating: Turn.none, count: count)
    for (concept, turn) in [(meanings.count, Turn.negation), (meanings.count + 1, .stop)] {
      for place in index.block(Int32(concept)) { turns[Int(index.mentions[place].last)] = turn }
    }
    return turns
  }

  /// Whether a negation stands among the words of a mention, or close before it in the same clause with nothing
  /// between that ends its reach.
  ///
  /// A phrase that says “not” itself stands as it is: what stands before it belongs to it, as in “ne … jamais acheté”.
  private func isTurned(
    _ mention: Mention, _ meaning: Meaning, by turns: [Turn], _ tokens: [Token]
  ) -> Bool {
    guard !meaning.isNegative else { return false }
    let first = Int(mention.first)
    if turns[first...Int(mention.last)].contains(.negation) { return true }
    for at in (max(0, first - Self.negationReach)..<first).reversed() {
      guard tokens[at].clause == tokens[first].clause, turns[at] != .stop else { return false }
      if turns[at] == .negation { return true }
    }
    return false
  }

  /// The mentions in the order of the text, without those of causes inside a longer one: “arrived broken” says more
  /// than “broken”, and says it of another cause.
  private static func withoutCovered(_ mentions: [ReviewMention]) -> [ReviewMention] {
    let sorted = mentions.sorted {
      ($0.span.first, $1.span.last) < ($1.span.first, $0.span.last)
    }
    var widest: TokenSpan?
    return sorted.filter { mention in
      guard case .cause = mention.subject else { return true }
      if let widest, widest != mention.span, widest.last >= mention.span.last { return false }
      widest = mention.span
      return true
    }
  }
}
