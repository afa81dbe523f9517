/// Finds a pattern's matches among a draft's mentions.
struct PatternMatcher {
  private let pattern: CompiledPattern
  private let draft: AnalysedDraft
  private var matches: [PatternMatch] = []
  private var budget = 32_768

  /// The most matches that are kept of one pattern.
  private static let mostMatches = 12

  private init(_ pattern: CompiledPattern, _ draft: AnalysedDraft) {
    self.pattern = pattern
    self.draft = draft
  }

  /// The matches that nothing excuses, at most one for each mention of the first slot.
  static func find(_ pattern: CompiledPattern, in draft: AnalysedDraft) -> [PatternMatch] {
    guard pattern.when.holds(in: draft.context),
      pattern.slots.allSatisfy({ draft.index.hasAny($0) }),
      pattern.earlier.allSatisfy({ draft.earlier.hasAny($0) })
    else { return [] }
    var matcher = PatternMatcher(pattern, draft)
    matcher.run()
    return matcher.matches
  }

  private mutating func run() {
    for concept in pattern.slots[0] {
      for index in draft.index.block(concept) where matches.count < Self.mostMatches {
        let mention = draft.index.mentions[index]
        let start = PatternMatch(mentions: [index], first: mention.first, last: mention.last)
        if let match = extend(start) { matches.append(match) }
      }
    }
  }

  /// Fills the slots that are left; nil where no choice is free of excuses.
  private mutating func extend(_ match: PatternMatch) -> PatternMatch? {
    guard match.mentions.count < pattern.slots.count else {
      return isExcused(match) ? nil : match
    }
    for concept in pattern.slots[match.mentions.count] {
      for index in draft.index.block(concept) {
        budget -= 1
        guard budget > 0 else { return nil }
        guard let longer = adding(index, to: match), let whole = extend(longer) else { continue }
        return whole
      }
    }
    return nil
  }

  private func adding(_ index: Int, to match: PatternMatch) -> PatternMatch? {
    let mention = draft.index.mentions[index]
    guard pattern.isOrdered ? follows(mention, match) : isApart(mention, match) else { return nil }
    let first = min(match.first, mention.first)
    let last = max(match.last, mention.last)
    guard isInScope(first, last) else { return nil }
    return PatternMatch(mentions: match.mentions + [index], first: first, last: last)
  }

  private func follows(_ mention: Mention, _ match: PatternMatch) -> Bool {
    let previous = draft.index.mentions[match.mentions[match.mentions.count - 1]]
    if mention.first > previous.last {
      return Int(mention.first - previous.last) - 1 <= pattern.gap
    }
    return (mention.isComposite || previous.isComposite) && mention.first >= previous.first
      && mention.last > previous.last
  }

  private func isApart(_ mention: Mention, _ match: PatternMatch) -> Bool {
    if mention.first > match.last {
      return Int(mention.first - match.last) - 1 <= pattern.gap
    }
    if mention.last < match.first {
      return Int(match.first - mention.last) - 1 <= pattern.gap
    }
    return match.mentions.allSatisfy { isDistinct(mention, draft.index.mentions[$0]) }
  }

  /// Whether two mentions that overlap are two things all the same: one stands in the other's gap.
  private func isDistinct(_ one: Mention, _ other: Mention) -> Bool {
    one.first > other.last || one.last < other.first || one.isComposite != other.isComposite
      || (one.last - one.first) != (other.last - other.first)
  }

  private func isInScope(_ first: Int32, _ last: Int32) -> Bool {
    let start = draft.tokens[Int(first)]
    let end = draft.tokens[Int(last)]
    return switch pattern.scope {
    case .clause: start.clause == end.clause
    case .sentences(let count): Int(end.sentence - start.sentence) < count
    case .message: true
    }
  }

  private func opensClause(_ first: Int32) -> Bool {
    first == 0 || draft.tokens[Int(first) - 1].clause != draft.tokens[Int(first)].clause
  }

  private func isExcused(_ match: PatternMatch) -> Bool {
    if pattern.opensClause, !opensClause(match.first) { return true }
    return pattern.guards.contains { GuardCheck(guardian: $0, match: match, draft: draft).holds }
  }
}
