/// Finds a pattern's matches among a draft's mentions.
///
/// It lives for one search: the draft is lent, never copied.
struct PatternSearch {
  private var budget = 32_768
  private(set) var matches: [PatternMatch] = []

  /// The most matches that are kept of one pattern.
  fileprivate static let mostMatches = 12

  fileprivate mutating func spend() -> Bool {
    budget -= 1
    return budget > 0
  }

  fileprivate mutating func keep(_ match: PatternMatch) { matches.append(match) }
}

extension AnalysedDraft {
  /// The matches of a pattern that nothing excuses, at most one for each mention of the first slot.
  func matches(of number: Int, in table: PatternTable) -> [PatternMatch] {
    let pattern = table.heads[number]
    guard isPossible(pattern, table), pattern.when.contains(caseMask) else { return [] }
    var search = PatternSearch()
    for concept in table.slots[pattern.slots.range.lowerBound].range {
      for mention in index.block(table.concepts[concept])
      where search.matches.count < PatternSearch.mostMatches {
        let start = PatternMatch(mention, index.mentions[mention])
        if let match = extended(start, pattern, table, &search) { search.keep(match) }
      }
    }
    return search.matches
  }

  /// Whether every slot has a mention at all.
  private func isPossible(_ pattern: PatternTable.Head, _ table: PatternTable) -> Bool {
    for slot in pattern.slots.range where !index.hasAny(of: table.slots[slot], in: table) {
      return false
    }
    for slot in pattern.earlier.range where !earlier.hasAny(of: table.slots[slot], in: table) {
      return false
    }
    return true
  }

  /// Fills the slots that are left; nil where no choice is free of excuses.
  private func extended(
    _ match: PatternMatch, _ pattern: PatternTable.Head, _ table: PatternTable,
    _ search: inout PatternSearch
  ) -> PatternMatch? {
    let slots = pattern.slots.range
    guard match.count < slots.count else {
      return isExcused(match, pattern, table) ? nil : match
    }
    for choice in table.slots[slots.lowerBound + match.count].range {
      for mention in index.block(table.concepts[choice]) {
        guard search.spend() else { return nil }
        guard let longer = match.adding(mention, to: self, pattern),
          let whole = extended(longer, pattern, table, &search)
        else { continue }
        return whole
      }
    }
    return nil
  }

  private func isExcused(
    _ match: PatternMatch, _ pattern: PatternTable.Head, _ table: PatternTable
  ) -> Bool {
    if pattern.opensClause, !opensClause(match.first) { return true }
    return pattern.guards.range.contains { excuses(table.guards[$0], match, table) }
  }

  private func opensClause(_ first: Int32) -> Bool {
    first == 0 || tokens[Int(first) - 1].clause != tokens[Int(first)].clause
  }
}

extension PatternMatch {
  /// The match with one more slot filled; nil where the mention does not fit.
  fileprivate func adding(
    _ index: Int, to draft: AnalysedDraft, _ pattern: PatternTable.Head
  ) -> PatternMatch? {
    let mention = draft.index.mentions[index]
    let fits =
      pattern.isOrdered
      ? follows(mention, draft, pattern.gap) : isApart(mention, draft, pattern.gap)
    guard fits else { return nil }
    var longer = self
    longer.append(index, mention)
    return longer.isInScope(pattern.scope, draft) ? longer : nil
  }

  private func follows(_ mention: Mention, _ draft: AnalysedDraft, _ gap: Int) -> Bool {
    let previous = draft.index.mentions[self[count - 1]]
    if mention.first > previous.last { return Int(mention.first - previous.last) - 1 <= gap }
    return (mention.isComposite || previous.isComposite) && mention.first >= previous.first
      && mention.last > previous.last
  }

  private func isApart(_ mention: Mention, _ draft: AnalysedDraft, _ gap: Int) -> Bool {
    if mention.first > last { return Int(mention.first - last) - 1 <= gap }
    if mention.last < first { return Int(first - mention.last) - 1 <= gap }
    return (0..<count).allSatisfy { mention.isDistinct(from: draft.index.mentions[self[$0]]) }
  }

  private func isInScope(_ scope: Pattern.Scope, _ draft: AnalysedDraft) -> Bool {
    let start = draft.tokens[Int(first)]
    let end = draft.tokens[Int(last)]
    return switch scope {
    case .clause: start.clause == end.clause
    case .sentences(let count): Int(end.sentence - start.sentence) < count
    case .message: true
    }
  }
}

extension Mention {
  /// Whether two mentions that overlap are two things all the same: one stands in the other's gap.
  fileprivate func isDistinct(from other: Mention) -> Bool {
    first > other.last || last < other.first || isComposite != other.isComposite
      || (last - first) != (other.last - other.first)
  }
}
