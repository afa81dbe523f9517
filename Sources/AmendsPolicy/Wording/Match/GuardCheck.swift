/// Looks for the words that excuse one match.
struct GuardCheck {
  let guardian: CompiledGuard
  let match: PatternMatch
  let draft: AnalysedDraft

  /// Whether the match is excused.
  var holds: Bool {
    guard guardian.when.holds(in: draft.context) else { return false }
    let anchor = anchor
    return guardian.concepts.contains { concept in
      draft.index.block(concept).contains { isInPlace(draft.index.mentions[$0], anchor) }
    }
  }

  private var anchor: TokenSpan {
    guard let slot = guardian.slot, slot < match.mentions.count else {
      return TokenSpan(first: match.first, last: match.last)
    }
    let mention = draft.index.mentions[match.mentions[slot]]
    return TokenSpan(first: mention.first, last: mention.last)
  }

  private func isInPlace(_ mention: Mention, _ anchor: TokenSpan) -> Bool {
    let sentence = sentence(mention.first)
    return switch guardian.place {
    case .before:
      mention.last < anchor.first && sentence == self.sentence(anchor.first)
        && isNear(mention.last, anchor.first)
    case .after:
      mention.first > anchor.last && sentence == self.sentence(anchor.last)
        && isNear(anchor.last, mention.first)
    case .inside: mention.first >= anchor.first && mention.last <= anchor.last
    case .sentence:
      sentence >= self.sentence(anchor.first) && sentence <= self.sentence(anchor.last)
    case .previous: sentence == self.sentence(anchor.first) - 1
    case .next: sentence == self.sentence(anchor.last) + 1
    case .earlier: mention.last < anchor.first
    case .message: true
    }
  }

  private func sentence(_ token: Int32) -> Int32 { draft.tokens[Int(token)].sentence }

  private func isNear(_ left: Int32, _ right: Int32) -> Bool {
    Int(right - left) - 1 <= guardian.within && !isStopped(left, right)
  }

  private func isStopped(_ left: Int32, _ right: Int32) -> Bool {
    guardian.stops.contains { stop in
      draft.index.block(stop).contains {
        draft.index.mentions[$0].first > left && draft.index.mentions[$0].last < right
      }
    }
  }
}
