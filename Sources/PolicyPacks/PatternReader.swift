internal import AmendsPolicy

/// Reads constructions, patterns, conditions and guards.
enum PatternReader {
  static func construction(_ table: TableReader) throws(PackError) -> Construction {
    try table.allow("name", "pattern")
    return Construction(
      name: try table.string("name"), patterns: try patterns(table, "pattern"),
      origin: table.origin)
  }

  static func patterns(_ table: TableReader, _ key: String) throws(PackError) -> [Pattern] {
    var patterns: [Pattern] = []
    for inner in try table.tables(key) { patterns.append(try pattern(inner)) }
    return patterns
  }

  private static func pattern(_ table: TableReader) throws(PackError) -> Pattern {
    try table.allow("seq", "all", "gap", "scope", "when", "unless", "opens", "earlier")
    let isOrdered = table.table["seq"] != nil
    guard isOrdered != (table.table["all"] != nil) else {
      throw table.error("seq", "a pattern has either “seq” (in this order) or “all” (in any)")
    }
    let slots = try table.strings(isOrdered ? "seq" : "all")
    var guards: [Guard] = []
    for inner in try table.tables("unless") { guards.append(try excuse(inner)) }
    return Pattern(
      slots: slots.map(alternatives), isOrdered: isOrdered, gap: try table.int("gap"),
      scope: try scope(table), when: try condition(table), opensClause: try opensClause(table),
      earlier: try table.strings("earlier").map(alternatives), guards: guards,
      origin: table.origin)
  }

  /// A slot is one concept, or several with a bar between them.
  private static func alternatives(_ slot: String) -> [String] {
    slot.split(separator: "|").map { String($0.filter { $0 != " " }) }
  }

  private static func scope(_ table: TableReader) throws(PackError) -> Pattern.Scope {
    switch table.table["scope"] {
    case nil, .string("sentence"): return .sentences(1)
    case .string("clause"): return .clause
    case .string("message"): return .message
    case .int(let count) where count > 0: return .sentences(count)
    default:
      throw table.error(
        "scope", "expected clause, sentence, message, or a number of sentences from 1")
    }
  }

  private static func opensClause(_ table: TableReader) throws(PackError) -> Bool {
    switch table.table["opens"] {
    case nil: return false
    case .string("clause"): return true
    default: throw table.error("opens", "expected clause")
    }
  }

  static func condition(_ table: TableReader) throws(PackError) -> Condition {
    guard let when = try table.tableAt("when") else { return Condition() }
    try when.allow("kind", "resolved", "asked_refund", "profile", "channel")
    return Condition(
      kind: try when.choice("kind", ItemKind.self),
      issueResolved: try when.bool("resolved"),
      askedForRefund: try when.bool("asked_refund"),
      profile: try when.choice("profile", Profile.self),
      channels: try when.choices("channel", Channel.self))
  }

  private static func excuse(_ table: TableReader) throws(PackError) -> Guard {
    try table.allow("id", "any", "at", "within", "slot", "stops", "when")
    return Guard(
      id: try table.string("id"), concepts: try table.strings("any"),
      place: try table.required("at", table.choice("at", Guard.Place.self)),
      within: try table.int("within"), slot: try table.int("slot"),
      stops: try table.strings("stops"), when: try condition(table), origin: table.origin)
  }
}
