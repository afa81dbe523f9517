import AmendsPolicy

/// A draft and everything that was found in it so far.
struct ReferenceDraft {
  let words: [ReferenceWord]
  let context: DraftContext
  /// The mentions of each concept, by first word.
  var mentions: [String: [ReferenceMention]] = [:]
  /// The phrases that are only weak signs and stand in it.
  var signs: Set<String> = []
  /// The concepts that own earlier messages hold.
  var earlier: Set<String> = []

  /// The most matches of a pattern that count.
  private static let mostMatches = 12

  func sentence(_ word: Int) -> Int { words[word].sentence }
  func clause(_ word: Int) -> Int { words[word].clause }

  func mentions(of choices: [String]) -> [ReferenceMention] {
    choices.flatMap { mentions[$0] ?? [] }
  }

  /// The matches of a pattern: for each mention of the first slot the first way to fill the others.
  func matches(of pattern: Pattern, _ groups: ReferenceGroups) -> [[ReferenceMention]] {
    guard pattern.when.isMet(by: context) else { return [] }
    let said = pattern.earlier.allSatisfy { choices in
      groups.members(of: choices).contains(where: earlier.contains)
    }
    guard said else { return [] }
    let slots = pattern.slots.map { mentions(of: groups.members(of: $0)) }
    let first = slots.first ?? []
    let matches = first.lazy.compactMap { mention in
      filled([mention], slots.dropFirst(), pattern, groups)
    }
    return Array(matches.prefix(Self.mostMatches))
  }

  private func filled(
    _ match: [ReferenceMention], _ slots: ArraySlice<[ReferenceMention]>, _ pattern: Pattern,
    _ groups: ReferenceGroups
  ) -> [ReferenceMention]? {
    guard let choices = slots.first else {
      return isExcused(match, pattern, groups) ? nil : match
    }
    for mention in choices where fits(mention, match, pattern) {
      if let whole = filled(match + [mention], slots.dropFirst(), pattern, groups) { return whole }
    }
    return nil
  }

  // MARK: Slots

  private func fits(
    _ mention: ReferenceMention, _ match: [ReferenceMention], _ pattern: Pattern
  ) -> Bool {
    let stands =
      pattern.isOrdered
      ? follows(mention, match[match.count - 1], pattern.gap)
      : isBeside(mention, match, pattern.gap)
    return stands && isInScope(match + [mention], pattern.scope)
  }

  private func follows(
    _ mention: ReferenceMention, _ previous: ReferenceMention, _ gap: Int?
  ) -> Bool {
    if mention.first > previous.last {
      return mention.first - previous.last - 1 <= gap ?? .max
    }
    let overlaps = mention.isConstruction || previous.isConstruction
    return overlaps && mention.first >= previous.first && mention.last > previous.last
  }

  private func isBeside(
    _ mention: ReferenceMention, _ match: [ReferenceMention], _ gap: Int?
  ) -> Bool {
    let first = match.map(\.first).min() ?? 0
    let last = match.map(\.last).max() ?? 0
    if mention.first > last { return mention.first - last - 1 <= gap ?? .max }
    if mention.last < first { return first - mention.last - 1 <= gap ?? .max }
    return match.allSatisfy { other in
      mention.isApart(from: other) || mention.isConstruction != other.isConstruction
        || mention.last - mention.first != other.last - other.first
    }
  }

  private func isInScope(_ match: [ReferenceMention], _ scope: Pattern.Scope) -> Bool {
    let first = match.map(\.first).min() ?? 0
    let last = match.map(\.last).max() ?? 0
    return switch scope {
    case .clause: clause(first) == clause(last)
    case .sentences(let count): sentence(last) - sentence(first) < count
    case .message: true
    }
  }

  // MARK: Excuses

  private func isExcused(
    _ match: [ReferenceMention], _ pattern: Pattern, _ groups: ReferenceGroups
  ) -> Bool {
    let first = match.map(\.first).min() ?? 0
    let last = match.map(\.last).max() ?? 0
    if pattern.opensClause, first > 0, clause(first - 1) == clause(first) { return true }
    return pattern.guards.contains { excuse in
      guard excuse.when.isMet(by: context) else { return false }
      var anchor = (first: first, last: last)
      if let slot = excuse.slot, match.indices.contains(slot) {
        anchor = (match[slot].first, match[slot].last)
      }
      return mentions(of: groups.members(of: excuse.concepts)).contains {
        excuses($0, excuse, anchor.first, anchor.last, groups)
      }
    }
  }

  private func excuses(
    _ mention: ReferenceMention, _ excuse: Guard, _ first: Int, _ last: Int,
    _ groups: ReferenceGroups
  ) -> Bool {
    let (opening, closing) = (sentence(mention.first), sentence(mention.last))
    switch excuse.place {
    case .before:
      return mention.last < first && opening == sentence(first)
        && reaches(mention.last, first, excuse, groups)
    case .after:
      return mention.first > last && opening == sentence(last)
        && reaches(last, mention.first, excuse, groups)
    case .inside: return mention.first >= first && mention.last <= last
    case .sentence: return (sentence(first)...sentence(last)).contains(opening)
    case .previous: return opening == sentence(first) - 1
    case .next: return opening == sentence(last) + 1
    case .earlier: return closing <= sentence(first) && mention.last < first
    case .message: return true
    }
  }

  private func reaches(_ left: Int, _ right: Int, _ excuse: Guard, _ groups: ReferenceGroups)
    -> Bool
  {
    let stops = mentions(of: groups.members(of: excuse.stops))
    return right - left - 1 <= excuse.within ?? .max
      && !stops.contains { $0.first > left && $0.last < right }
  }
}

extension Condition {
  /// Whether a case is one of those meant.
  fileprivate func isMet(by context: DraftContext) -> Bool {
    if let kind, kind != context.kind { return false }
    if let issueResolved, issueResolved != context.issueResolved { return false }
    if let askedForRefund, askedForRefund != context.askedForRefund { return false }
    if let profile, profile != context.profile { return false }
    if channels.isEmpty { return true }
    return context.channel.map(channels.contains) ?? false
  }
}
