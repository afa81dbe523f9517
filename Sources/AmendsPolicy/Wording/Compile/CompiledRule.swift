/// A construction: its own concept, and its patterns by number.
struct CompiledConstruction: Sendable {
  var concept: Int32
  var firstPattern: Int32
  var endPattern: Int32

  var patterns: Range<Int> { Int(firstPattern)..<Int(endPattern) }
}

/// What is needed to look for a rule: a plain value.
struct RuleHead: Sendable {
  /// Its patterns, by number.
  var firstPattern: Int32
  var endPattern: Int32
  var detector: Detector?
  var status: Rule.Status
  /// Whether one of some concepts must be somewhere.
  var needsPresence: Bool
  /// Whether nothing is underlined.
  var isLack: Bool

  var finds: Range<Int> { Int(firstPattern)..<Int(endPattern) }
}

/// A severity that holds in some cases only.
struct CompiledLevel: Sendable {
  var when: CaseMask
  var severity: Severity
}

/// What a finding of a rule says.
struct CompiledRule: Sendable {
  var id: RuleID
  var severity: Severity
  var levels: [CompiledLevel]
  /// Rules that are not reported beside this one.
  var excludes: [RuleID]
  /// Concepts of which one must be somewhere.
  var absent: [Int32]
  var title: String
  var why: WhyText
  var rewrite: String
  var source: PolicySource

  init(_ rule: Rule, source: PolicySource, absent: [Int32]) {
    id = rule.id
    severity = rule.severity
    levels = rule.levels.map { CompiledLevel(when: CaseMask($0.when), severity: $0.severity) }
    excludes = rule.excludes
    self.absent = absent
    title = rule.title
    why = WhyText(rule.why)
    rewrite = rule.rewrite
    self.source = source
  }

  /// Takes a rule out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    id = RuleID(rawValue: try image.string())
    severity = try image.value()
    levels = try image.values()
    excludes = try image.strings().map { RuleID(rawValue: $0) }
    absent = try image.values()
    title = try image.string()
    why = try WhyText(&image)
    rewrite = try image.string()
    source = PolicySource(
      title: try image.string(), url: try image.string(), checked: try image.string())
  }

  /// Puts the rule into an image.
  func write(to image: inout ImageWriter) {
    image.put(id.rawValue)
    image.put(value: severity)
    image.put(levels)
    image.put(excludes.map(\.rawValue))
    image.put(absent)
    image.put(title)
    why.write(to: &image)
    image.put(rewrite)
    for text in [source.title, source.url, source.checked] { image.put(text) }
  }

  func severity(in draft: AnalysedDraft) -> Severity {
    levels.first { $0.when.contains(draft.caseMask) }?.severity ?? severity
  }
}
