/// Runs the rules of one language over an analysed draft.
struct RuleRunner {
  private let engine: LanguageEngine
  private let draft: AnalysedDraft
  private let present: [CompiledSign]

  /// The most signs that are underlined where only their sum breaks a rule.
  private static let mostShown = 6

  init(engine: LanguageEngine, draft: AnalysedDraft) {
    self.engine = engine
    self.draft = draft
    present = engine.signs.present(in: draft.index)
  }

  /// What the rules of a status found, blocks first; rules that exclude others have done so.
  func findings(_ status: Rule.Status = .active) -> [Finding] {
    let hits = engine.rules.indices.compactMap { index in
      engine.rules[index].rule.status != status
        ? nil : hit(index).map { (rule: engine.rules[index], ranges: $0) }
    }
    let excluded = hits.flatMap { $0.rule.rule.excludes }
    return sorted(
      hits.filter { !excluded.contains($0.rule.rule.id) }
        .map { FindingText.finding($0.rule, $0.ranges, draft) })
  }

  /// What the detectors found that need no words of a language.
  func neutralFindings() -> [Finding] {
    sorted(
      engine.rules.filter { $0.rule.detector == .contact || $0.rule.detector == .format }
        .compactMap { rule in detected(rule).map { FindingText.finding(rule, $0, draft) } })
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    findings.filter { $0.severity == .block } + findings.filter { $0.severity == .warn }
  }

  /// Weak evidence for all rules that weigh it.
  func signs() -> [Sign] {
    present.map { sign in
      Sign(
        name: sign.name, rule: engine.rules[sign.rule].rule.id, weight: sign.hundredths,
        range: draft.range(first(sign.concept)))
    }
  }

  /// The ranges to underline where a rule applies; nil where it does not.
  private func hit(_ index: Int) -> [Range<Int>]? {
    let rule = engine.rules[index]
    let matches = rule.finds.flatMap { PatternMatcher.find($0, in: draft) }
    let found = detected(rule)
    let isLacking = !rule.absent.isEmpty && !draft.index.hasAny(rule.absent)
    if !matches.isEmpty || found != nil || isLacking {
      return ByteRanges.merged(matches.flatMap { draft.ranges($0) } + (found ?? []))
    }
    return engine.signs.suffice(present, in: draft.index, for: index) ? telling(index) : nil
  }

  private func detected(_ rule: CompiledRule) -> [Range<Int>]? {
    switch rule.rule.detector {
    case nil: return nil
    case .contact:
      let ranges = ContactScanner.scan(draft.text, draft.pieces)
      return ranges.isEmpty ? nil : ByteRanges.merged(ranges)
    case .format:
      let ranges = FormatScanner.scan(draft.source, draft.text, draft.pieces)
      return ranges.isEmpty ? nil : ByteRanges.merged(ranges)
    case .acknowledgement:
      let isIgnored = engine.vocabulary.isIgnored(
        complaint: draft.context.complaint, by: draft.text, draft.pieces)
      return isIgnored ? [] : nil
    }
  }

  /// The strongest signs of a rule.
  private func telling(_ rule: Int) -> [Range<Int>] {
    let strongest = present.filter { $0.rule == rule && $0.hundredths > 0 }
      .sorted { $0.hundredths > $1.hundredths }.prefix(Self.mostShown)
    return ByteRanges.merged(strongest.flatMap { ranges($0.concept) })
  }

  /// Where a concept or a phrase that is only a sign stands first.
  private func first(_ concept: Int32) -> TokenSpan {
    if let span = draft.index.sign(concept) { return span }
    guard let index = draft.index.block(concept).first else { return TokenSpan(first: 0, last: 0) }
    let mention = draft.index.mentions[index]
    return TokenSpan(first: mention.first, last: mention.last)
  }

  private func ranges(_ concept: Int32) -> [Range<Int>] {
    if let span = draft.index.sign(concept) { return draft.ranges([span]) }
    return draft.index.block(concept).flatMap { index in
      draft.ranges(draft.index.spans(of: draft.index.mentions[index]))
    }
  }
}
