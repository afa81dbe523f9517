extension AnalysedDraft {
  /// Whether a guard excuses a match.
  func excuses(
    _ excuse: PatternTable.Excuse, _ match: PatternMatch, _ table: PatternTable
  ) -> Bool {
    guard !excuse.isOff, index.hasAny(of: excuse.concepts, in: table),
      excuse.when.contains(caseMask)
    else { return false }
    let anchor = anchor(of: excuse, match)
    return excuse.concepts.range.contains { concept in
      index.block(table.concepts[concept]).contains {
        isInPlace(index.mentions[$0], excuse, anchor, table)
      }
    }
  }

  private func anchor(of excuse: PatternTable.Excuse, _ match: PatternMatch) -> TokenSpan {
    guard excuse.slot >= 0, excuse.slot < match.count else {
      return TokenSpan(first: match.first, last: match.last)
    }
    let mention = index.mentions[match[excuse.slot]]
    return TokenSpan(first: mention.first, last: mention.last)
  }

  private func isInPlace(
    _ mention: Mention, _ excuse: PatternTable.Excuse, _ anchor: TokenSpan, _ table: PatternTable
  ) -> Bool {
    switch excuse.place {
    case .before:
      return mention.last < anchor.first && sentence(mention.first) == sentence(anchor.first)
        && isNear(mention.last, anchor.first, excuse, table)
    case .after:
      return mention.first > anchor.last && sentence(mention.first) == sentence(anchor.last)
        && isNear(anchor.last, mention.first, excuse, table)
    case .inside: return mention.first >= anchor.first && mention.last <= anchor.last
    case .sentence:
      return sentence(mention.first) >= sentence(anchor.first)
        && sentence(mention.first) <= sentence(anchor.last)
    case .previous: return sentence(mention.first) == sentence(anchor.first) - 1
    case .next: return sentence(mention.first) == sentence(anchor.last) + 1
    case .earlier: return mention.last < anchor.first
    case .message: return true
    }
  }

  private func sentence(_ token: Int32) -> Int32 { tokens[Int(token)].sentence }

  private func isNear(
    _ left: Int32, _ right: Int32, _ excuse: PatternTable.Excuse, _ table: PatternTable
  ) -> Bool {
    Int(right - left) - 1 <= excuse.within && !isStopped(left, right, excuse, table)
  }

  private func isStopped(
    _ left: Int32, _ right: Int32, _ excuse: PatternTable.Excuse, _ table: PatternTable
  ) -> Bool {
    excuse.stops.range.contains { stop in
      index.block(table.concepts[stop]).contains {
        index.mentions[$0].first > left && index.mentions[$0].last < right
      }
    }
  }
}
