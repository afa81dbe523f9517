import Testing

@testable import AmendsPolicy

/// How what the rules found and what a second reader makes of a draft become one verdict.
@Suite struct JointVerdictTests {
  /// A lure that is spelled out, one that signs lean towards, and rules that only a reader can tell.
  static let pack: RulePack = {
    var lack = TestPack.rule("no.remedy", severity: .warn)
    lack.isLack = true
    var pack = TestPack.pack(
      [
        TestPack.concept("GIFT", ["gift"]), TestPack.concept("REVIEW", ["review"]),
        TestPack.concept("HINT", ["wondering"]),
      ],
      [
        TestPack.rule("lure.conditional", [TestPack.pattern(["GIFT", "REVIEW"])]),
        TestPack.rule("lure.implied"), TestPack.rule("ask.positive"),
        TestPack.rule("ask.removal", severity: .warn), lack,
      ])
    pack.evidence = [
      Evidence(
        rule: "lure.implied", threshold: 100,
        weights: [Evidence.Weight("HINT", hundredths: 100)], origin: TestPack.origin)
    ]
    return pack
  }()

  private let policy: WordingPolicy

  init() throws { policy = try WordingPolicy(packs: [Self.pack]) }

  private static let innocent = "We have sent you the lamp."
  private static let spelledOut = "We have a gift for the review."
  private static let leaning = "We were wondering about the lamp."
  private static let drafts = [innocent, spelledOut, leaning]

  /// The verdict on a draft with a reader's opinion of another text where one is given, else of the draft.
  private func report(
    _ draft: String, _ opinion: ReaderOpinion, mode: ReaderMode = .on,
    weights: JointWeights = .sample, read: String? = nil, in context: DraftContext = DraftContext()
  ) -> DraftReport {
    policy.check(
      draft, in: context,
      second: SecondOpinion(
        cases: policy.readerCases(of: read ?? draft, in: context), opinion: opinion,
        weights: weights, mode: mode))
  }

  private func rulesAlone(_ draft: String) -> DraftReport { policy.check(draft) }

  // MARK: What the rules found

  @Test(arguments: [-9 as Float, 0, 9], ReaderMode.allCases)
  func whatARuleSpellsOutStands(block: Float, mode: ReaderMode) {
    let report = report(Self.spelledOut, .sample([.block: block, .lureImplied: 5]), mode: mode)
    #expect(report == rulesAlone(Self.spelledOut))
    #expect(report.findings.map(\.rule) == ["lure.conditional"])
    #expect(report.verdict == .block)
  }

  @Test func wordsThatTheReaderContradictsWithCertaintyWarn() throws {
    var weights = JointWeights.sample
    weights.contradictedBelow = -4
    let contradicted = report(Self.spelledOut, .sample([.block: -4.5]), weights: weights)
    #expect(contradicted.findings.map(\.rule) == ["lure.conditional"])
    #expect(contradicted.findings.map(\.origin) == [.rule])
    #expect(contradicted.verdict == .warn)
    let doubted = report(Self.spelledOut, .sample([.block: -3.5]), weights: weights)
    #expect(doubted.verdict == .block)
  }

  @Test func nothingIsContradictedInTheStrictProfileOrByAReaderThatMayOnlyWarn() {
    var weights = JointWeights.sample
    weights.contradictedBelow = -4
    let opinion = ReaderOpinion.sample([.block: -9])
    let strict = report(
      Self.spelledOut, opinion, weights: weights, in: DraftContext(profile: .strict))
    #expect(strict.verdict == .block)
    let mild = report(Self.spelledOut, opinion, mode: .warn, weights: weights)
    #expect(mild.verdict == .block)
  }

  @Test func whatDetectorsSeeIsNeverContradicted() throws {
    var pack = Self.pack
    var rule = TestPack.rule("privacy.contact")
    rule.detector = .contact
    pack.rules.append(rule)
    let policy = try WordingPolicy(packs: [pack])
    let draft = "We have sent you the lamp. Write to shop@example.com for a gift."
    var weights = JointWeights.sample
    weights.contradictedBelow = -4
    let report = policy.check(
      draft,
      second: SecondOpinion(
        cases: policy.readerCases(of: draft), opinion: .sample([.block: -9]), weights: weights,
        mode: .on))
    #expect(report.findings.map(\.origin) == [.form])
    #expect(report.verdict == .block)
  }

  @Test func aDraftOfWhichOnlyPartsWereReadWarns() {
    var opinion = ReaderOpinion.sample([:])
    #expect(report(Self.innocent, opinion).findings == [])
    opinion.isSampled = true
    let report = report(Self.innocent, opinion)
    #expect(report.findings.map(\.rule) == [.readingSampled])
    #expect(report.verdict == .warn)
  }

  @Test func weakSignsBlockByThemselves() throws {
    let finding = try #require(rulesAlone(Self.leaning).findings.first)
    #expect(finding.rule == "lure.implied" && finding.severity == .block)
    #expect(finding.origin == .signs)
  }

  @Test func weakSignsWarnWhereTheReaderDisagrees() {
    let report = report(Self.leaning, .sample([.block: -1.25]))
    #expect(report.findings.map(\.rule) == ["lure.implied"])
    #expect(report.findings.map(\.origin) == [.signs])
    #expect(report.verdict == .warn)
  }

  @Test(arguments: [2 as Float, 3, 9])
  func weakSignsBlockWhereWithTheReaderTheySuffice(block: Float) {
    #expect(report(Self.leaning, .sample([.block: block])) == rulesAlone(Self.leaning))
  }

  @Test func weakSignsStandWhereTheReaderMayOnlyWarn() {
    #expect(
      report(Self.leaning, .sample([.block: -9]), mode: .warn) == rulesAlone(Self.leaning))
  }

  @Test func aDoubtIsNotToldBesideTheSameRule() {
    let opinion = ReaderOpinion.sample([.block: 0.5, .lureImplied: 2])
    let report = report(Self.leaning, opinion)
    #expect(report.findings.map(\.rule) == ["lure.implied"])
    #expect(report.findings.map(\.origin) == [.signs])
    #expect(report.verdict == .warn)
  }

  // MARK: The reader alone

  @Test(arguments: [
    (-9 as Float, Verdict.pass), (-0.25, .pass), (0, .warn), (1.75, .warn), (2, .block),
    (9, .block),
  ])
  func theReaderBlocksFromItsThresholdOnAndWarnsBelow(_ block: Float, _ verdict: Verdict) {
    let report = report(Self.innocent, .sample([.block: block, .askPositive: 3]))
    #expect(report.verdict == verdict)
    #expect(report.findings.map(\.rule) == (verdict == .pass ? [] : ["ask.positive"]))
    #expect(report.findings.allSatisfy { $0.origin == .reading })
  }

  @Test(arguments: [(0.75 as Float, Verdict.warn), (1, .block), (1.75, .block)])
  func theStrictProfileBlocksEarlier(_ block: Float, _ verdict: Verdict) {
    let opinion = ReaderOpinion.sample([.block: block, .lureImplied: 3])
    #expect(report(Self.innocent, opinion).verdict == .warn)
    let strict = DraftContext(profile: .strict)
    #expect(report(Self.innocent, opinion, in: strict).verdict == verdict)
  }

  @Test(arguments: drafts, [-9 as Float, 0, 9])
  func switchedOffItChangesNothing(draft: String, block: Float) {
    let opinion = ReaderOpinion.sample([.block: block, .lureImplied: 5, .askRemoval: 5])
    #expect(report(draft, opinion, mode: .off) == rulesAlone(draft))
  }

  @Test(arguments: [0 as Float, 2, 9])
  func whereItMayOnlyWarnItNeverBlocks(block: Float) {
    let opinion = ReaderOpinion.sample([.block: block, .lureImplied: 5])
    let strict = DraftContext(profile: .strict)
    for context in [DraftContext(), strict] {
      let report = report(Self.innocent, opinion, mode: .warn, in: context)
      #expect(report.findings.map(\.rule) == ["lure.implied"])
      #expect(report.verdict == .warn)
    }
  }

  @Test func itIsNotHeardWhereNoPackReadsTheDraft() {
    let draft = "Извините за лампу, мы отправили новую."
    let opinion = ReaderOpinion.sample([.block: 9, .lureImplied: 9])
    #expect(report(draft, opinion) == rulesAlone(draft))
  }

  // MARK: Rules that warn

  @Test(arguments: [(0.75 as Float, Verdict.pass), (1, .warn)])
  func eachRuleThatWarnsHasItsThreshold(_ logit: Float, _ verdict: Verdict) {
    let report = report(Self.innocent, .sample([.askRemoval: logit]))
    #expect(report.verdict == verdict)
    #expect(report.findings.map(\.rule) == (verdict == .pass ? [] : ["ask.removal"]))
  }

  @Test func blocksStandBeforeWarnings() {
    let opinion = ReaderOpinion.sample(
      [.block: 5, .askPositive: 3, .askRemoval: 3, .noRemedy: 3])
    let report = report(Self.innocent, opinion)
    #expect(report.findings.map(\.rule) == ["ask.positive", "ask.removal", "no.remedy"])
    #expect(report.findings.map(\.severity) == [.block, .warn, .warn])
  }

  @Test func removalIsNotToldBesideALure() {
    let suspected = ReaderOpinion.sample([.block: 5, .lureImplied: 3, .askRemoval: 3])
    #expect(report(Self.innocent, suspected).findings.map(\.rule) == ["lure.implied"])
    let opinion = ReaderOpinion.sample([.askRemoval: 3])
    #expect(report(Self.spelledOut, opinion).findings.map(\.rule) == ["lure.conditional"])
  }

  @Test func lacksUnderlineNothing() {
    let pointer = ReaderOpinion.Pointer(range: 8..<12, logit: 2)
    let opinion = ReaderOpinion.sample([.askRemoval: 3, .noRemedy: 3], pointers: [pointer])
    let findings = report(Self.innocent, opinion).findings
    #expect(findings.map(\.rule) == ["ask.removal", "no.remedy"])
    #expect(findings.map(\.ranges) == [[8..<12], []])
    #expect(findings.map { $0.why.contains("Look at") } == [true, false])
  }

  // MARK: What a finding says

  @Test func aReadingSaysWhatItIsAndNamesWords() throws {
    let pointer = ReaderOpinion.Pointer(range: 9..<15, logit: 2)
    let opinion = ReaderOpinion.sample([.block: 5, .askPositive: 3], pointers: [pointer])
    let finding = try #require(report(Self.innocent, opinion).findings.first)
    #expect(finding.origin == .reading)
    #expect(finding.ranges == [8..<16])
    #expect(finding.why.contains("Look at “sent you”."))
    #expect(finding.why.contains("This is a reading, not a rule"))
    #expect(finding.title == "ask.positive")
    #expect(finding.source.checked == "2026-01-10")
  }

  @Test func disguisedWordsAreUnderlinedAsTheyAreWritten() {
    let pointer = ReaderOpinion.Pointer(range: 8..<14, logit: 2)
    let opinion = ReaderOpinion.sample([.block: 5, .askPositive: 3], pointers: [pointer])
    let report = report("For the r e v i e w we thank you", opinion)
    #expect(report.findings.map(\.ranges) == [[8..<19]])
  }

  @Test func wherePointersAreMissingNothingIsUnderlined() {
    let report = report(Self.innocent, .sample([.block: 5, .askPositive: 3]))
    #expect(report.findings.map(\.ranges) == [[]])
    #expect(report.findings.allSatisfy { !$0.why.contains("Look at") })
  }

  @Test(arguments: ["", "We", "We thank you é", "The ⭐⭐ lamp"])
  func anOpinionOfALongerTextPointsIntoTheDraft(draft: String) {
    let longer = "The ⭐⭐ lämp is on its way to you, and we are sorry for all of it."
    let count = draft.utf8.count
    for start in 0..<longer.utf8.count {
      let pointer = ReaderOpinion.Pointer(range: start..<start + 1, logit: 2)
      let opinion = ReaderOpinion.sample([.block: 5, .lureImplied: 3], pointers: [pointer])
      let findings = report(draft, opinion, read: longer).findings
      #expect(findings.map(\.origin) == [.reading])
      let isInside = findings.flatMap(\.ranges).allSatisfy { range in
        !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= count
          && [range.lowerBound, range.upperBound].allSatisfy { isBoundary($0, of: draft) }
      }
      #expect(isInside, "\(start)")
    }
  }

  private func isBoundary(_ place: Int, of draft: String) -> Bool {
    let bytes = Array(draft.utf8)
    return place == bytes.count || bytes[place] & 0xC0 != 0x80
  }

  // MARK: Rules that the packs do not tell

  @Test func aSuspicionOfARuleThatNoPackHasIsToldWithoutARewrite() throws {
    let pointer = ReaderOpinion.Pointer(range: 8..<12, logit: 2)
    let opinion = ReaderOpinion.sample([.block: 5, .threatPressure: 3], pointers: [pointer])
    let report = report(Self.innocent, opinion)
    #expect(report.verdict == .block)
    #expect(report.findings.count == 1)
    let finding = try #require(report.findings.first)
    #expect(finding.rule == "threat.pressure")
    #expect(finding.origin == .reading)
    #expect(finding.severity == .block)
    #expect(finding.ranges == [8..<12])
    #expect(finding.title == "Read by the second reader")
    #expect(finding.why.hasPrefix("It reads as pressure, a threat, or blame of the customer."))
    #expect(finding.why.contains("Look at “sent”."))
    #expect(finding.rewrite == "")
    #expect(finding.source == PolicySource(title: "", url: "", checked: ""))
  }

  @Test func aWarningOfARuleThatNoPackHasIsToldBesideTheOthers() {
    var weights = JointWeights.sample
    weights.warnings.insert(
      JointWeights.Warning(rule: "format", sum: JointWeights.Sum(rules: 1), threshold: 1), at: 0)
    let opinion = ReaderOpinion.sample([.block: 5, .marketing: 3, .format: 3, .askRemoval: 3])
    let report = report(Self.innocent, opinion, weights: weights)
    #expect(report.findings.map(\.rule) == ["marketing", "format", "ask.removal"])
    #expect(report.findings.map(\.severity) == [.block, .warn, .warn])
    let warned = self.report(Self.innocent, opinion, mode: .warn, weights: weights)
    #expect(warned.findings.map(\.severity) == [.warn, .warn, .warn])
  }

  @Test(arguments: [
    (Rule.Status.active, ["ask.positive", "ask.removal"] as [RuleID]), (.shadow, []),
    (.retired, []),
  ])
  func aRuleThatDoesNotCountIsNotTold(_ status: Rule.Status, _ rules: [RuleID]) throws {
    var pack = Self.pack
    for index in pack.rules.indices where pack.rules[index].id.rawValue.hasPrefix("ask.") {
      pack.rules[index].status = status
    }
    let policy = try WordingPolicy(packs: [pack])
    let second = SecondOpinion(
      cases: policy.readerCases(of: Self.innocent),
      opinion: .sample([.block: 5, .askPositive: 3, .askRemoval: 3]), weights: .sample, mode: .on)
    let report = policy.check(Self.innocent, second: second)
    #expect(report.findings.map(\.rule) == rules)
    #expect(report.verdict == (rules.isEmpty ? .pass : .block))
    #expect(report.shadow == [])
  }

  // MARK: Silenced readings

  /// The verdict on a draft of which some readings are silenced.
  private func report(
    _ draft: String, _ opinion: ReaderOpinion, silencing rules: Set<RuleID>
  ) -> DraftReport {
    var second = SecondOpinion(
      cases: policy.readerCases(of: draft), opinion: opinion, weights: .sample, mode: .on)
    second.silenced = rules
    return policy.check(draft, second: second)
  }

  private struct Silencing: Sendable {
    var silenced: Set<RuleID>
    var told: [RuleID]

    init(_ silenced: Set<RuleID>, _ told: [RuleID]) {
      self.silenced = silenced
      self.told = told
    }
  }

  private static let silencings = [
    Silencing([], ["ask.positive", "ask.removal", "no.remedy"]),
    Silencing(["ask.positive"], ["ask.removal", "no.remedy"]),
    Silencing(["ask.removal"], ["ask.positive", "no.remedy"]),
    Silencing(["ask.positive", "no.remedy"], ["ask.removal"]),
    Silencing(
      ["lure.implied", "format", "nonsense"], ["ask.positive", "ask.removal", "no.remedy"]),
  ]

  @Test(arguments: Self.silencings)
  private func aSilencedReadingIsNotToldAndEveryOtherIs(_ one: Silencing) {
    let opinion = ReaderOpinion.sample(
      [.block: 5, .askPositive: 3, .askRemoval: 3, .noRemedy: 3])
    let report = report(Self.innocent, opinion, silencing: one.silenced)
    #expect(report.findings.map(\.rule) == one.told)
    #expect(report.verdict == (one.told.contains("ask.positive") ? .block : .warn))
  }

  @Test func aSilencedLureHidesNoOtherReading() {
    let opinion = ReaderOpinion.sample([.block: 5, .lureImplied: 3, .askRemoval: 3])
    let report = report(Self.innocent, opinion, silencing: ["lure.implied"])
    #expect(report.findings.map(\.rule) == ["ask.removal"])
  }

  @Test func aReadingOfARuleThatNoPackHasCanBeSilenced() {
    let opinion = ReaderOpinion.sample([.block: 5, .threatPressure: 3])
    #expect(report(Self.innocent, opinion, silencing: []).verdict == .block)
    #expect(report(Self.innocent, opinion, silencing: ["threat.pressure"]).findings == [])
  }

  @Test func whatRulesAndSignsFindIsNotSilenced() {
    let opinion = ReaderOpinion.sample([.block: 9, .lureImplied: 3])
    let rules: Set<RuleID> = ["lure.conditional", "lure.implied"]
    for draft in [Self.spelledOut, Self.leaning] {
      #expect(report(draft, opinion, silencing: rules) == rulesAlone(draft))
    }
  }

  @Test func aSilencedReaderStillWeighsTheSigns() {
    let report = report(
      Self.leaning, .sample([.block: -1.25]), silencing: ["lure.implied", "ask.removal"])
    #expect(report.findings.map(\.origin) == [.signs])
    #expect(report.verdict == .warn)
  }

  // MARK: What is weighed

  @Test func theLikeliestRuleAndTheStrongestSignsAreWeighed() {
    let opinion = ReaderOpinion.sample([.block: 1, .marketing: 2, .askRemoval: 9])
    let features = JointWeights.Features.block(
      opinion, ["lure.implied": 150, "marketing": -50, "ask.removal": 300])
    #expect(features == JointWeights.Features(reader: 1, rules: 2, signs: 1.5))
  }

  @Test(arguments: [(900 as Int?, 4.0), (-900, -4), (nil, -4)])
  func marginsAreCut(_ margin: Int?, _ signs: Double) {
    let margins: [RuleID: Int] = margin.map { ["lure.implied": $0] } ?? [:]
    #expect(JointWeights.Features.block(.sample([:]), margins).signs == signs)
  }

  @Test func aWarningIsWeighedByItsOwnRule() {
    let opinion = ReaderOpinion.sample([.block: 9, .finding: 1, .askRemoval: 2])
    let features = JointWeights.Features.warning(
      "ask.removal", opinion, ["ask.removal": 150, "lure.implied": 300])
    #expect(features == JointWeights.Features(reader: 1, rules: 2, signs: 1.5))
  }

  @Test func signsSpeakWithTheReader() {
    var weights = JointWeights.sample
    weights.block = JointWeights.Sum(base: -1, reader: 1, signs: 1)
    weights.blockFrom = 9
    let opinion = ReaderOpinion.sample([.block: 1.5, .askPositive: 3])
    #expect(report(Self.innocent, opinion, weights: weights).findings == [])
    let leaning = report(Self.leaning, opinion, weights: weights)
    #expect(leaning.findings.map(\.rule) == ["lure.implied", "ask.positive"])
    #expect(leaning.verdict == .warn)
  }
}

extension JointWeights {
  /// Weights that go by the reader's own log odds: a warning from 0 on, a block from 2, in the strict profile from 1.
  static let sample = JointWeights(
    adapter: "", block: Sum(reader: 1), blockFrom: 2, strictBlockFrom: 1, warnFrom: 0,
    contradictedBelow: -100,
    warnings: [
      Warning(rule: "ask.removal", sum: Sum(rules: 1), threshold: 1),
      Warning(rule: "no.remedy", sum: Sum(rules: 1), threshold: 1),
    ])
}

extension ReaderOpinion {
  /// An opinion that thinks everything unlikely except what is given.
  static func sample(_ logits: [Output: Float], pointers: [Pointer] = []) -> ReaderOpinion {
    var opinion = ReaderOpinion(
      logits: Array(repeating: -5, count: Output.allCases.count), pointers: pointers)
    for (output, logit) in logits { opinion[output] = logit }
    return opinion
  }
}
