/// A place in a draft where a concept stands.
struct Mention {
  /// The first and last token.
  var first: Int32
  var last: Int32
  /// The leaf words behind it, in the index's `leaves`; empty for a phrase, which is its own leaf.
  var leaves: Range<Int32>

  var isComposite: Bool { !leaves.isEmpty }
}

/// A run of tokens, both ends included.
struct TokenSpan: Equatable {
  var first: Int32
  var last: Int32
}

/// All mentions of a draft, grouped by concept.
struct MentionIndex {
  /// The most mentions that are kept of one concept.
  static let limit = 128

  private(set) var mentions: [Mention] = []
  private(set) var leaves: [TokenSpan] = []
  /// Where the phrases that are only weak signs stand first, by number, in order.
  private(set) var signs: [(id: Int32, span: TokenSpan)] = []
  private var blocks: [Range<Int>]
  /// Whether a concept stood more often than is kept, so that the draft was not read to its end.
  private(set) var isCapped = false

  init(conceptCount: Int) {
    blocks = Array(repeating: 0..<0, count: conceptCount)
    mentions.reserveCapacity(128)
  }

  /// Where a concept's mentions stand in `mentions`, by first token.
  func block(_ concept: Int32) -> Range<Int> {
    Int(concept) < blocks.count ? blocks[Int(concept)] : 0..<0
  }

  func has(_ concept: Int32) -> Bool { !blocks[Int(concept)].isEmpty }

  func hasAny(_ concepts: [Int32]) -> Bool { concepts.contains(where: has) }

  /// Takes in one concept's phrases, sorted by first token.
  mutating func addPhrases(_ concept: Int32, _ spans: some Sequence<TokenSpan>) {
    let start = mentions.count
    for span in spans {
      guard mentions.count < start + Self.limit else {
        isCapped = true
        break
      }
      mentions.append(Mention(first: span.first, last: span.last, leaves: 0..<0))
    }
    blocks[Int(concept)] = start..<mentions.count
  }

  /// Takes in a phrase that is only a weak sign.
  mutating func addSign(_ id: Int32, _ span: TokenSpan) { signs.append((id, span)) }

  /// Where a weak sign stands first; nil where it does not.
  func sign(_ id: Int32) -> TokenSpan? {
    var low = 0
    var high = signs.count
    while low < high {
      let middle = (low + high) / 2
      if signs[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < signs.count && signs[low].id == id ? signs[low].span : nil
  }

  /// Takes in the matches of a construction.
  mutating func addComposites(_ concept: Int32, _ matches: [PatternMatch]) {
    let start = mentions.count
    for match in matches.sorted(by: { $0.first < $1.first })
    where mentions.count < start + Self.limit {
      let from = Int32(leaves.count)
      leaves += match.mentions.flatMap { spans(of: mentions[$0]) }
      mentions.append(
        Mention(first: match.first, last: match.last, leaves: from..<Int32(leaves.count)))
    }
    blocks[Int(concept)] = start..<mentions.count
  }

  /// The runs of words behind a mention.
  func spans(of mention: Mention) -> [TokenSpan] {
    guard mention.isComposite else {
      return [TokenSpan(first: mention.first, last: mention.last)]
    }
    return Array(leaves[Int(mention.leaves.lowerBound)..<Int(mention.leaves.upperBound)])
  }
}
