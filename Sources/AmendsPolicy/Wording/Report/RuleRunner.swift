/// Runs the rules of one language over an analysed draft.
struct RuleRunner {
  private let engine: LanguageEngine
  private let draft: AnalysedDraft
  /// What the weak signs say for each rule, summed up.
  private let sums: [Int]

  /// The most signs that are underlined where only their sum breaks a rule.
  private static let mostShown = 6

  init(engine: LanguageEngine, draft: AnalysedDraft) {
    self.engine = engine
    self.draft = draft
    sums = engine.signs.sums(in: draft.index)
  }

  /// What the rules of a status found, blocks first; rules that exclude others have done so.
  func findings(_ status: Rule.Status = .active) -> [Finding] {
    let hits = engine.rules.indices.compactMap { index in
      engine.heads[index].status != status
        ? nil : hit(index).map { (rule: engine.rules[index], hit: $0) }
    }
    let excluded = hits.flatMap { $0.rule.excludes }
    return sorted(
      hits.filter { !excluded.contains($0.rule.id) }
        .map { FindingText.finding($0.rule, $0.hit, draft) })
  }

  /// What the active rules and a second reader found, weighed together; blocks first.
  func findings(with second: SecondOpinion) -> [Finding] {
    let found = findings()
    guard second.mode != .off else { return found }
    let joint = JointVerdict(
      second.weights, draft.context.profile, second.mode, second.opinion, margins())
    let weighed = joint.weighed(found)
    let untold = second.silenced.union(inactiveRules)
    let sampled = second.opinion.isSampled ? [BuiltInFinding.readingSampled] : []
    return sorted(
      weighed + sampled
        + joint.suspicions(beside: weighed, untold: untold).map { reading($0, second) })
  }

  /// Rules that are on probation, or out of use.
  private var inactiveRules: Set<RuleID> {
    Set(
      engine.rules.indices.filter { engine.heads[$0].status != .active }.map { engine.rules[$0].id }
    )
  }

  /// What the second reader suspects, told as a finding.
  private func reading(
    _ suspicion: JointVerdict.Suspicion, _ second: SecondOpinion
  ) -> Finding {
    guard let index = engine.rules.firstIndex(where: { $0.id == suspicion.rule }) else {
      return unknown(suspicion, second)
    }
    let rule = engine.rules[index]
    let ranges = engine.heads[index].isLack ? [] : pointed(second)
    let words = ranges.map { Substring(decoding: draft.source[$0], as: UTF8.self) }
    return Finding(
      rule: rule.id, origin: .reading, severity: suspicion.severity, ranges: ranges,
      title: rule.title, why: ReadingWords.why(rule.id, words), rewrite: rule.rewrite,
      source: rule.source)
  }

  /// A suspicion of a rule that the packs in force do not have.
  private func unknown(
    _ suspicion: JointVerdict.Suspicion, _ second: SecondOpinion
  ) -> Finding {
    let isLack = ReaderOpinion.Output.lacks.contains(suspicion.rule)
    let ranges = isLack ? [] : pointed(second)
    let words = ranges.map { Substring(decoding: draft.source[$0], as: UTF8.self) }
    return Finding(
      rule: suspicion.rule, origin: .reading, severity: suspicion.severity, ranges: ranges,
      title: "Read by the second reader", why: ReadingWords.why(suspicion.rule, words),
      rewrite: "", source: PolicySource(title: "", url: "", checked: ""))
  }

  /// The whole words at which a second reader points.
  private func pointed(_ second: SecondOpinion) -> [Range<Int>] {
    ByteRanges.merged(
      PointedWords.ranges(second.opinion.pointers)
        .map { wholeWords(second.cases.draft.draft.source(of: $0)) })
  }

  private func wholeWords(_ range: Range<Int>) -> Range<Int> {
    let bounds = range.clamped(to: 0..<draft.source.count)
    var (start, end) = (bounds.lowerBound, bounds.upperBound)
    while start > 0, draft.source[start - 1] > 0x20 { start -= 1 }
    while end < draft.source.count, draft.source[end] > 0x20 { end += 1 }
    return start..<end
  }

  /// What the detectors found that need no words of a language.
  func neutralFindings() -> [Finding] {
    sorted(
      engine.heads.indices
        .filter { Detector.neutral.contains(engine.heads[$0].detector) }
        .compactMap { index in
          detected(engine.heads[index].detector)
            .map {
              FindingText.finding(
                engine.rules[index], RuleHit(origin: .form, ranges: $0), draft)
            }
        })
  }

  /// By how much the signs of each rule exceed what it asks of them, in hundredths.
  func margins() -> [RuleID: Int] {
    var margins: [RuleID: Int] = [:]
    for (index, rule) in engine.rules.enumerated() {
      margins[rule.id] = engine.signs.margin(sums[index], in: draft.index, for: index)
    }
    return margins
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    findings.filter { $0.severity == .block } + findings.filter { $0.severity == .warn }
  }

  /// On what ground a rule applies; nil where it does not.
  private func hit(_ index: Int) -> RuleHit? {
    let head = engine.heads[index]
    var matches: [PatternMatch] = []
    for pattern in head.finds { matches += draft.matches(of: pattern, in: engine.patterns) }
    let found = detected(head.detector)
    let isLacking = head.needsPresence && !draft.index.hasAny(engine.rules[index].absent)
    if !matches.isEmpty || found != nil || isLacking {
      return RuleHit(
        origin: found != nil || isLacking ? .form : .rule,
        ranges: ByteRanges.merged(matches.flatMap { draft.ranges($0) } + (found ?? [])))
    }
    guard engine.signs.suffices(sums[index], in: draft.index, for: index) else { return nil }
    return RuleHit(origin: .signs, ranges: head.isLack ? [] : telling(index))
  }

  /// What a detector found: nothing to underline where something is missing, nil where all is well.
  private func detected(_ detector: Detector?) -> [Range<Int>]? {
    switch detector {
    case nil: nil
    case .contact: found(ContactScanner.scan(draft.text, draft.pieces))
    case .format: found(FormatScanner.scan(draft.source, draft.text, draft.pieces))
    case .personal: found(PersonalScanner.scan(draft))
    case .length: found(LengthScanner.scan(draft.source, draft.context.channel))
    case .orderNumber: OrderNumberScanner.isMissing(in: draft) ? [] : nil
    case .acknowledgement: draft.isComplaintIgnored ? [] : nil
    }
  }

  private func found(_ ranges: [Range<Int>]) -> [Range<Int>]? {
    ranges.isEmpty ? nil : ByteRanges.merged(ranges)
  }

  /// The strongest signs of a rule.
  private func telling(_ rule: Int) -> [Range<Int>] {
    let strongest = engine.signs.present(in: draft.index)
      .filter { $0.weight.rule == rule && $0.weight.hundredths > 0 }
      .sorted { $0.weight.hundredths > $1.weight.hundredths }.prefix(Self.mostShown)
    return ByteRanges.merged(strongest.flatMap { ranges($0.concept) })
  }

  private func ranges(_ concept: Int32) -> [Range<Int>] {
    if let span = draft.index.sign(concept) { return draft.ranges([span]) }
    return draft.index.block(concept).flatMap { index in
      draft.ranges(draft.index.spans(of: draft.index.mentions[index]))
    }
  }
}

extension Detector {
  /// Those that need no words of a language.
  fileprivate static let neutral: Set<Detector?> = [
    .contact, .format, .personal, .length, .orderNumber,
  ]
}
