/// Finds the phrases of a policy in a draft's tokens.
struct MentionFinder {
  private struct Hit {
    var concept: Int32
    var span: TokenSpan
  }

  private let trie: PhraseTrie
  private let tokens: [Token]
  private var hits: [Hit] = []
  private var masks: [Hit] = []

  private static let longestGap = 3
  /// The most tokens by which a mask begins before what it hides.
  private static let longestMask: Int32 = 16

  private init(_ trie: PhraseTrie, _ tokens: [Token]) {
    self.trie = trie
    self.tokens = tokens
    hits.reserveCapacity(128)
  }

  /// The mentions of all phrases, without those that another sense hides.
  static func find(_ trie: PhraseTrie, _ tokens: [Token], conceptCount: Int) -> MentionIndex {
    var finder = MentionFinder(trie, tokens)
    for start in tokens.indices { finder.begin(start) }
    return finder.index(conceptCount)
  }

  private mutating func begin(_ start: Int) {
    let from = hits.count
    let token = tokens[start]
    visit(trie.root(token.word), start, start)
    if token.other >= 0 { visit(trie.root(token.other), start, start) }
    if hits.count > from + 1 { keepLongest(from) }
  }

  private mutating func visit(_ number: Int32, _ start: Int, _ last: Int) {
    guard number >= 0 else { return }
    let node = trie.nodes[Int(number)]
    for index in node.firstEnd..<node.lastEnd {
      let end = trie.ends[Int(index)]
      let span = TokenSpan(first: Int32(start), last: Int32(last))
      let hit = Hit(concept: end.concept, span: span)
      if end.isMask { masks.append(hit) } else { hits.append(hit) }
    }
    if node.filter != 0 { follow(number, start, last + 1) }
    guard node.gap >= 0 else { return }
    for skipped in 0...Self.longestGap { follow(node.gap, start, last + 1 + skipped) }
  }

  private mutating func follow(_ node: Int32, _ start: Int, _ next: Int) {
    guard next < tokens.count, tokens[next].sentence == tokens[start].sentence else { return }
    visit(trie.child(node, tokens[next].word), start, next)
    if tokens[next].other >= 0 { visit(trie.child(node, tokens[next].other), start, next) }
  }

  /// Of the hits of one concept from one start, only the longest counts.
  private mutating func keepLongest(_ from: Int) {
    var end = from
    for index in from..<hits.count {
      let hit = hits[index]
      if let twin = (from..<end).first(where: { hits[$0].concept == hit.concept }) {
        if hit.span.last > hits[twin].span.last { hits[twin] = hit }
      } else {
        hits[end] = hit
        end += 1
      }
    }
    hits.removeSubrange(end...)
  }

  /// Groups the hits by concept, keeping their order in the text, and drops those that others cover.
  private func index(_ conceptCount: Int) -> MentionIndex {
    var index = MentionIndex(conceptCount: conceptCount)
    for at in byConcept(conceptCount) {
      let hit = hits[Int(at)]
      if !isHidden(hit) { index.addPhrase(hit.concept, hit.span) }
    }
    addSigns(conceptCount, to: &index)
    return index
  }

  /// The hits of concepts, by concept: a counting sort, as they come by first token already.
  private func byConcept(_ conceptCount: Int) -> [Int32] {
    var places = Array(repeating: Int32(0), count: conceptCount + 1)
    var total = 0
    for hit in hits where Int(hit.concept) < conceptCount {
      places[Int(hit.concept) + 1] += 1
      total += 1
    }
    for concept in 0..<conceptCount { places[concept + 1] += places[concept] }
    var order = Array(repeating: Int32(0), count: total)
    for (index, hit) in hits.enumerated() where Int(hit.concept) < conceptCount {
      order[Int(places[Int(hit.concept)])] = Int32(truncatingIfNeeded: index)
      places[Int(hit.concept)] += 1
    }
    return order
  }

  /// The phrases that are only signs, each where it stands first.
  private func addSigns(_ conceptCount: Int, to index: inout MentionIndex) {
    let most = hits.reduce(0) { max($0, Int($1.concept)) }
    guard most >= conceptCount else { return }
    var seen = Array(repeating: UInt64(0), count: (most - conceptCount) / 64 + 1)
    for hit in hits where Int(hit.concept) >= conceptCount {
      let number = Int(hit.concept) - conceptCount
      let bit = UInt64(1) << UInt64(number & 63)
      guard seen[number >> 6] & bit == 0, !isHidden(hit) else { continue }
      seen[number >> 6] |= bit
      index.addSign(hit.concept, hit.span)
    }
  }

  /// Whether another sense of the words covers a hit; masks come by first token, and none is long.
  private func isHidden(_ hit: Hit) -> Bool {
    var index = masks.count
    while index > 0, masks[index - 1].span.first > hit.span.first { index -= 1 }
    while index > 0, masks[index - 1].span.first >= hit.span.first - Self.longestMask {
      index -= 1
      let mask = masks[index]
      let hides = mask.concept == hit.concept || mask.concept == PhraseTrie.End.everything
      if hides, mask.span.last >= hit.span.last { return true }
    }
    return false
  }
}
