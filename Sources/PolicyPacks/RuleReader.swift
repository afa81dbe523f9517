internal import AmendsPolicy

/// Reads rules and their examples.
enum RuleReader {
  static func read(_ table: TableReader) throws(PackError) -> Rule {
    try table.allow(
      "id", "severity", "title", "why", "rewrite", "cite", "find", "absent", "detector",
      "excludes", "level", "example", "status", "lack")
    var rule = Rule(
      id: RuleID(rawValue: try table.string("id")),
      severity: try table.required("severity", table.choice("severity", Severity.self)),
      origin: table.origin)
    rule.status = try table.choice("status", Rule.Status.self) ?? .active
    rule.title = try table.string("title")
    rule.why = try table.string("why")
    rule.rewrite = try table.optionalString("rewrite") ?? ""
    rule.cite = try table.string("cite")
    rule.finds = try PatternReader.patterns(table, "find")
    rule.absent = try table.strings("absent")
    rule.isLack = try table.bool("lack") ?? false
    rule.detector = try table.choice("detector", Detector.self)
    rule.excludes = try table.strings("excludes").map { RuleID(rawValue: $0) }
    for inner in try table.tables("level") { rule.levels.append(try level(inner)) }
    for inner in try table.tables("example") { rule.examples.append(try example(inner)) }
    return rule
  }

  /// What a language adds to a rule of every language.
  static func local(_ table: TableReader) throws(PackError) -> LocalRule {
    try table.allow("rule", "rewrite", "example")
    var examples: [Example] = []
    for inner in try table.tables("example") { examples.append(try example(inner)) }
    return LocalRule(
      rule: RuleID(rawValue: try table.string("rule")),
      rewrite: try table.optionalString("rewrite"), examples: examples, origin: table.origin)
  }

  private static func level(_ table: TableReader) throws(PackError) -> Level {
    try table.allow("when", "severity")
    return Level(
      when: try PatternReader.condition(table),
      severity: try table.required("severity", table.choice("severity", Severity.self)))
  }

  private static func example(_ table: TableReader) throws(PackError) -> Example {
    try table.allow("fail", "pass", "context", "kills", "severity")
    let fail = try table.optionalString("fail")
    let pass = try table.optionalString("pass")
    let context = try context(table)
    let kills = try table.optionalString("kills")
    switch (fail, pass) {
    case (let marked?, nil):
      guard let draft = MarkedDraft(marked) else {
        throw table.error("fail", "the marks ⟦ and ⟧ do not pair up")
      }
      return Example(
        draft: draft.text, expectation: .fail(draft.ranges), context: context, kills: kills,
        severity: try table.choice("severity", Severity.self), origin: table.origin)
    case (nil, let draft?):
      return Example(
        draft: draft, expectation: .pass, context: context, kills: kills, origin: table.origin)
    default: throw table.error("fail", "an example has either “fail” or “pass”")
    }
  }

  private static func context(_ table: TableReader) throws(PackError) -> DraftContext {
    var context = DraftContext()
    guard let inner = try table.tableAt("context") else { return context }
    try inner.allow(
      "kind", "rating", "complaint", "asked_refund", "resolved", "earlier", "language",
      "profile", "channel", "order", "personal")
    context.kind = try inner.choice("kind", ItemKind.self) ?? context.kind
    context.rating = try inner.int("rating")
    context.complaint = try inner.optionalString("complaint") ?? ""
    context.askedForRefund = try inner.bool("asked_refund") ?? false
    context.issueResolved = try inner.bool("resolved") ?? false
    context.earlier = try inner.strings("earlier")
    context.language = try inner.optionalString("language")
    context.profile = try inner.choice("profile", Profile.self) ?? context.profile
    context.channel = try inner.choice("channel", Channel.self)
    context.order = try inner.optionalString("order")
    context.personal = try inner.strings("personal")
    return context
  }
}
