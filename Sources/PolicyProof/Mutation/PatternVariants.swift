import AmendsPolicy

/// A pattern with one fault.
struct PatternVariant {
  var kind: Mutant.Kind
  /// What was done, in a few words.
  var what: String
  var pattern: Pattern
}

/// The faults that a pattern may have.
enum PatternVariants {
  /// Every variant with one fault.
  static func all(of pattern: Pattern) -> [PatternVariant] {
    guards(of: pattern) + scopes(of: pattern) + gaps(of: pattern) + order(of: pattern)
      + conditions(of: pattern)
  }

  private static func variant(
    _ kind: Mutant.Kind, _ what: String, of pattern: Pattern, _ change: (inout Pattern) -> Void
  ) -> PatternVariant {
    var changed = pattern
    change(&changed)
    return PatternVariant(kind: kind, what: what, pattern: changed)
  }

  private static func guards(of pattern: Pattern) -> [PatternVariant] {
    pattern.guards.enumerated().flatMap { index, excuse -> [PatternVariant] in
      var variants = [
        variant(.excuse, excuse.id, of: pattern) { $0.guards.remove(at: index) }
      ]
      if excuse.within != nil {
        variants.append(
          variant(.reach, "\(excuse.id), no limit", of: pattern) {
            $0.guards[index].within = nil
          })
      }
      if excuse.when != Condition() {
        variants.append(
          variant(.condition, "\(excuse.id), in every case", of: pattern) {
            $0.guards[index].when = Condition()
          })
      }
      return variants
    }
  }

  /// One step wider, and one step narrower; a single slot has no scope.
  private static func scopes(of pattern: Pattern) -> [PatternVariant] {
    guard pattern.slots.count > 1 else { return [] }
    let others: [Pattern.Scope] =
      switch pattern.scope {
      case .clause: [.sentences(1)]
      case .sentences(1): [.clause, .sentences(2)]
      case .sentences(let count): [.sentences(count - 1), .sentences(count + 1)]
      case .message: [.sentences(3)]
      }
    return others.map { scope in
      variant(.scope, "\(pattern.scope) to \(scope)", of: pattern) { $0.scope = scope }
    }
  }

  private static func gaps(of pattern: Pattern) -> [PatternVariant] {
    guard let gap = pattern.gap, pattern.slots.count > 1 else { return [] }
    return [
      variant(.gap, "\(gap) words to no limit", of: pattern) { $0.gap = nil },
      variant(.gap, "\(gap) words to \(gap / 3)", of: pattern) { $0.gap = gap / 3 },
    ]
  }

  private static func order(of pattern: Pattern) -> [PatternVariant] {
    var variants: [PatternVariant] = []
    if pattern.isOrdered, pattern.slots.count > 1 {
      variants.append(variant(.order, "any order", of: pattern) { $0.isOrdered = false })
    }
    if pattern.opensClause {
      variants.append(
        variant(.order, "anywhere in the clause", of: pattern) { $0.opensClause = false })
    }
    return variants
  }

  private static func conditions(of pattern: Pattern) -> [PatternVariant] {
    var variants: [PatternVariant] = []
    if pattern.when != Condition() {
      variants.append(
        variant(.condition, "in every case", of: pattern) { $0.when = Condition() })
    }
    if !pattern.earlier.isEmpty {
      variants.append(
        variant(.condition, "whatever was said before", of: pattern) { $0.earlier = [] })
    }
    return variants
  }
}
