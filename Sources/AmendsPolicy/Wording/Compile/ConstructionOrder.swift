/// Puts constructions into an order in which each comes after those that it is made of.
enum ConstructionOrder {
  /// The constructions, otherwise in the order in which they are written.
  ///
  /// - Throws: `PackError` where one is made of itself.
  static func sorted(_ constructions: [Construction]) throws(PackError) -> [Construction] {
    var waiting = constructions
    var sorted: [Construction] = []
    while !waiting.isEmpty {
      let open = Set(waiting.map(\.name))
      let ready = waiting.filter { needs($0).isDisjoint(with: open.subtracting([$0.name])) }
      guard let first = ready.first, !needs(first).contains(first.name) else {
        let stuck = ready.first ?? waiting[0]
        throw PackError(
          origin: stuck.origin, reason: "“\(stuck.name)” is made of itself, by whatever detour")
      }
      sorted += ready
      let done = Set(ready.map(\.name))
      waiting.removeAll { done.contains($0.name) }
    }
    return sorted
  }

  /// The names that a construction's patterns and guards use.
  private static func needs(_ construction: Construction) -> Set<String> {
    var names: Set<String> = []
    for pattern in construction.patterns {
      names.formUnion(pattern.slots.joined())
      for excuse in pattern.guards { names.formUnion(excuse.concepts + excuse.stops) }
    }
    return names
  }
}
