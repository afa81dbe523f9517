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

/// A phrase that is only a weak sign, and where it stands first.
struct SignMention {
  var id: Int32
  var span: TokenSpan
}

/// All mentions of a draft, grouped by concept.
struct MentionIndex {
  /// The most mentions that are kept of one concept.
  static let limit = 128

  private(set) var mentions: [Mention] = []
  private(set) var leaves: [TokenSpan] = []
  /// Where the phrases that are only weak signs stand first, in the order of the text.
  private(set) var signs: [SignMention] = []
  private var blocks: [Range<Int32>]
  /// Whether a concept stood more often than is kept, so that the draft was not read to its end.
  private(set) var isCapped = false

  init(conceptCount: Int) {
    blocks = Array(repeating: 0..<0, count: conceptCount)
    mentions.reserveCapacity(128)
  }

  /// Where a concept's mentions stand in `mentions`, by first token.
  func block(_ concept: Int32) -> Range<Int> {
    let block = blocks[Int(concept)]
    return Int(block.lowerBound)..<Int(block.upperBound)
  }

  func has(_ concept: Int32) -> Bool { !blocks[Int(concept)].isEmpty }

  func hasAny(_ concepts: [Int32]) -> Bool { concepts.contains(where: has) }

  /// Whether one of a run of concepts stands in the draft.
  func hasAny(of run: PatternTable.Run, in table: PatternTable) -> Bool {
    run.range.contains { has(table.concepts[$0]) }
  }

  /// The concepts that stand in the draft, by number.
  var present: [Int32] { blocks.indices.map { Int32($0) }.filter(has) }

  /// Takes in one concept's next phrase; those of one concept come together, sorted by first token.
  mutating func addPhrase(_ concept: Int32, _ span: TokenSpan) {
    let block = blocks[Int(concept)]
    guard block.count < Self.limit else {
      isCapped = true
      return
    }
    let end = Int32(truncatingIfNeeded: mentions.count)
    if !block.isEmpty, mentions[mentions.count - 1].last >= span.last { return }
    mentions.append(Mention(first: span.first, last: span.last, leaves: 0..<0))
    blocks[Int(concept)] = (block.isEmpty ? end : block.lowerBound)..<(end + 1)
  }

  /// Takes in a phrase that is only a weak sign, where it stands first.
  mutating func addSign(_ id: Int32, _ span: TokenSpan) {
    signs.append(SignMention(id: id, span: span))
  }

  /// Where a weak sign stands first; nil where it does not.
  func sign(_ id: Int32) -> TokenSpan? {
    signs.first { $0.id == id }?.span
  }

  /// Takes in the matches of a construction.
  mutating func addComposites(_ concept: Int32, _ matches: [PatternMatch]) {
    guard !matches.isEmpty else { return }
    let start = mentions.count
    for match in matches.sorted(by: { $0.first < $1.first })
    where mentions.count < start + Self.limit {
      let from = Int32(leaves.count)
      for slot in 0..<match.count { leaves += spans(of: mentions[match[slot]]) }
      mentions.append(
        Mention(first: match.first, last: match.last, leaves: from..<Int32(leaves.count)))
    }
    blocks[Int(concept)] = Int32(start)..<Int32(mentions.count)
  }

  /// The runs of words behind a mention.
  func spans(of mention: Mention) -> [TokenSpan] {
    guard mention.isComposite else {
      return [TokenSpan(first: mention.first, last: mention.last)]
    }
    return Array(leaves[Int(mention.leaves.lowerBound)..<Int(mention.leaves.upperBound)])
  }
}
