import AmendsPolicy
import PolicyProof
import Testing

/// How rules and a second reader are weighed, fitted on drafts that neither was trained on.
@Suite struct JointFitTests {
  // MARK: Drafts

  private static func opinion(_ logits: [ReaderOpinion.Output: Float]) -> ReaderOpinion {
    var opinion = ReaderOpinion(
      logits: Array(repeating: -5, count: ReaderOpinion.Output.allCases.count))
    for (output, logit) in logits { opinion[output] = logit }
    return opinion
  }

  /// The report of rules that found nothing, or one thing that blocks.
  private static func report(_ origin: Finding.Origin? = nil) -> DraftReport {
    let finding = origin.map { origin in
      Finding(
        rule: "lure.implied", origin: origin, severity: .block, ranges: [], title: "", why: "",
        rewrite: "", source: PolicySource(title: "", url: "", checked: ""))
    }
    return DraftReport(
      findings: [finding].compactMap(\.self), language: "en", isCovered: true)
  }

  private static func scored(
    _ verdict: Verdict, _ rules: [RuleID], _ logits: [ReaderOpinion.Output: Float]
  ) -> ScoredDraft {
    ScoredDraft(
      draft: LabelledDraft(
        id: "x", draft: "", context: DraftContext(language: "en"), verdict: verdict, rules: rules),
      rules: report(), margins: [:], opinion: opinion(logits))
  }

  /// Innocent drafts from -6 to 2, in this order.
  private static let innocent: [ScoredDraft] = (0..<500).map { index in
    let logit = Float(index) * 0.016 - 6
    return scored(.pass, [], [.block: logit, .lureImplied: logit])
  }

  /// Drafts that lure, from -1 to 7.
  private static let luring: [ScoredDraft] = (0..<250).map { index in
    let logit = Float(index) * 0.032 - 1.003
    return scored(.block, ["lure.implied"], [.block: logit, .lureImplied: logit])
  }

  /// Drafts that ask for a removal.
  private static let asking: [ScoredDraft] = (0..<60).map { _ in
    scored(.warn, ["ask.removal"], [.finding: 5, .askRemoval: 5])
  }

  private static let others = luring + asking

  private static let weights = JointFit(innocent + others).weights(adapter: "abc")

  private func score(_ draft: ScoredDraft, _ weights: JointWeights) -> Double {
    weights.block.score(.block(draft.opinion, draft.margins))
  }

  private func isAtMost(_ count: Int, _ share: Double) -> Bool {
    Double(count) <= share * Double(Self.innocent.count)
  }

  // MARK: The fit

  @Test func weightsNameTheirAdapter() {
    #expect(Self.weights.adapter == "abc")
  }

  @Test func badDraftsScoreHigher() {
    let weights = Self.weights
    #expect(weights.block.reader > 0 && weights.block.rules > 0)
    let separation = Separation(
      bad: Self.luring.map { score($0, weights) },
      innocent: Self.innocent.map { score($0, weights) })
    #expect(separation.area > 0.9)
  }

  @Test func fewInnocentDraftsAreBlockedAndManyBadOnes() {
    let weights = Self.weights
    let blocked = Self.innocent.count { score($0, weights) >= weights.blockFrom }
    #expect(isAtMost(blocked, JointFit.falseBlocks))
    let found = Self.luring.count { score($0, weights) >= weights.blockFrom }
    #expect(found > 125)
    #expect(Double(blocked) <= (1 - JointFit.leastPrecision) * Double(blocked + found))
  }

  @Test func theStrictProfileBlocksMoreAndStillFew() {
    let weights = Self.weights
    let blocked = Self.innocent.count { score($0, weights) >= weights.blockFrom }
    let strict = Self.innocent.count { score($0, weights) >= weights.strictBlockFrom }
    #expect(strict > blocked)
    #expect(isAtMost(strict, JointFit.strictFalseBlocks))
  }

  @Test func fewInnocentDraftsAreDoubted() {
    let weights = Self.weights
    let doubted = Self.innocent.count { draft in
      (weights.warnFrom..<weights.blockFrom).contains(score(draft, weights))
    }
    #expect(doubted > 0)
    #expect(isAtMost(doubted, JointFit.falseDoubts))
  }

  @Test func innocentDraftsThatRulesBlockLeaveTheReaderNone() {
    var innocent = Self.innocent
    for index in 0..<20 { innocent[index].rules = Self.report(.rule) }
    let weights = JointFit(innocent + Self.others).weights(adapter: "")
    #expect(innocent[20...].allSatisfy { score($0, weights) < weights.strictBlockFrom })
    #expect(weights.strictBlockFrom <= weights.blockFrom)
  }

  /// Innocent drafts, of which words wrongly block some that the reader is sure of.
  private static let wronged: [ScoredDraft] = innocent.enumerated().map { index, draft in
    var draft = draft
    if index < 12 { draft.rules = report(.rule) }
    return draft
  }

  @Test func thresholdsAreChosenOnDraftsThatNobodyHasSeen() {
    var others = Self.others
    for index in others.indices { others[index].rules = Self.report(.rule) }
    let sure = Self.luring.map { draft in
      var draft = draft
      draft.opinion[.block] += 3
      draft.rules = Self.report(.rule)
      return draft
    }
    let fitted = JointFit(Self.wronged + others).weights(adapter: "")
    let chosen = JointFit(Self.wronged + others, unseen: Self.wronged + sure)
      .weights(adapter: "")
    #expect(chosen.block == fitted.block)
    #expect(chosen.contradictedBelow > fitted.contradictedBelow + 2)
  }

  @Test func renewedWeightsKeepTheirSums() {
    let unseen = JointFit(
      Self.innocent.map { draft in
        var draft = draft
        draft.opinion[.block] -= 2
        return draft
      } + Self.others)
    let renewed = unseen.renewed(Self.weights)
    #expect(renewed.adapter == "abc")
    #expect(renewed.block == Self.weights.block)
    #expect(renewed.warnings.map(\.sum) == Self.weights.warnings.map(\.sum))
    #expect(renewed.blockFrom < Self.weights.blockFrom)
  }

  @Test func hardlyAnyDraftThatWordsRightlyBlockIsContradicted() {
    var others = Self.others
    for index in others.indices { others[index].rules = Self.report(.rule) }
    let weights = JointFit(Self.wronged + others).weights(adapter: "")
    let bad = others.filter { $0.draft.verdict == .block }
    let contradicted = bad.count { Double($0.opinion[.block]) < weights.contradictedBelow }
    #expect(Double(contradicted) <= JointFit.falselyContradicted * Double(bad.count))
    #expect(weights.contradictedBelow > -5)
  }

  @Test func wordsAreContradictedOnlyWhereThatSparesInnocentDrafts() {
    var others = Self.others
    for index in others.indices { others[index].rules = Self.report(.rule) }
    #expect(JointFit(Self.innocent + others).weights(adapter: "").contradictedBelow == -100)
  }

  @Test func thresholdsAreThoseOfTheReaderThatShips() {
    var milder = Self.innocent + Self.others
    for index in milder.indices {
      milder[index].opinion.logits = milder[index].opinion.logits.map { $0 - 2 }
    }
    let weights = JointFit(Self.innocent + Self.others, unseen: milder).weights(adapter: "")
    #expect(weights.block == Self.weights.block)
    #expect(weights.blockFrom < Self.weights.blockFrom)
  }

  @Test func rulesThatWarnAreToldOfThoseWhoBreakThem() throws {
    let warnings = Self.weights.warnings
    #expect(warnings.map(\.rule) == JointFit.warningRules)
    for warning in warnings {
      let told = Self.innocent.count { isTold(warning, $0) }
      #expect(isAtMost(told, JointFit.falseWarnings))
    }
    let removal = try #require(warnings.first { $0.rule == "ask.removal" })
    let told = Self.others.filter { isTold(removal, $0) }
    #expect(told.count == Self.asking.count)
    #expect(told.allSatisfy { $0.draft.verdict == .warn })
  }

  private func isTold(_ warning: JointWeights.Warning, _ draft: ScoredDraft) -> Bool {
    warning.sum.score(.warning(warning.rule, draft.opinion, draft.margins)) >= warning.threshold
  }

  // MARK: The trial

  /// The rules that signs are fitted for, which find nothing by themselves.
  private static let pack: RulePack = {
    let origin = Origin(file: "test.toml", line: 1)
    var pack = RulePack(id: "test", language: "en")
    pack.sources["source"] = PolicySource(
      title: "A page", url: "https://example.com", checked: "2026-01-10")
    for name in Set(SignFit.Plan.all.flatMap(\.vetoes)).sorted() {
      pack.concepts.append(Concept(name: name, match: [name.lowercased()], origin: origin))
    }
    for plan in SignFit.Plan.all {
      var rule = Rule(id: plan.rule, severity: .block, origin: origin)
      rule.cite = "source"
      pack.rules.append(rule)
    }
    return pack
  }()

  private static let texts: [(text: String, isBad: Bool)] = [
    ("We have sent you the new lamp today.", false), ("Your parcel is on its way to you.", false),
    ("Please tell us which colour you want.", false), ("Thank you for the photos of it.", false),
    ("Our team will call the carrier now.", false),
    ("A gift is yours if you change the review.", true),
    ("We can pay for a better word or two.", true),
    ("Could the stars not be higher by now?", true),
    ("It would be so kind to take it down.", true),
    ("You get more from us when they are five.", true),
  ]

  private static let labelled = texts.enumerated().map { index, entry in
    LabelledDraft(
      id: "\(index)", draft: entry.text, context: DraftContext(language: "en"),
      verdict: entry.isBad ? .block : .pass, rules: entry.isBad ? ["lure.implied"] : [])
  }

  /// A warning from 0 on, a block from 2, by the reader's own log odds.
  private static let plainWeights = JointWeights(
    adapter: "", block: JointWeights.Sum(reader: 1), blockFrom: 2, strictBlockFrom: 1, warnFrom: 0,
    contradictedBelow: -100, warnings: [])

  @Test func everyDraftIsJudgedByRulesAndReader() throws {
    var folds: [Int] = []
    let (bad, good) = (Self.opinion([.block: 5, .lureImplied: 3]), Self.opinion([.block: -5]))
    let drafts = Self.labelled.map { (draft: $0, opinion: $0.verdict == .block ? bad : good) }
    let trial = try JointTrial([Self.pack], drafts: drafts) { fold, _ in folds.append(fold) }
    #expect(folds == Array(1...JointTrial.foldCount))
    #expect(trial.drafts.map(\.draft) == Self.labelled)
    #expect(trial.evaluation(Self.plainWeights, mode: .off) == trial.rulesAlone)
    let together = trial.evaluation(Self.plainWeights)
    #expect(together.all.blocked == Share(5, of: 5))
    #expect(together.all.falseBlocks == Share(0, of: 5))
  }

  @Test func aScoredDraftKeepsWhatRulesAndReaderSay() throws {
    var pack = Self.pack
    pack.evidence = [
      Evidence(
        rule: "marketing", threshold: 150, weights: [],
        phrases: [Evidence.Weight("sent you", hundredths: 100)],
        origin: Origin(file: "test.toml", line: 1))
    ]
    let policy = try WordingPolicy(packs: [pack])
    let opinion = Self.opinion([.block: 5, .marketing: 1])
    let scored = JointTrial.scored(Self.labelled[0], opinion, policy)
    #expect(scored.margins == ["marketing": -50])
    #expect(scored.rules.verdict == .pass)
    let report = JointTrial.report(scored, policy, Self.plainWeights, .on)
    #expect(report.findings.map(\.rule) == ["marketing"])
    #expect(report.findings.map(\.origin) == [.reading])
    #expect(JointTrial.report(scored, policy, Self.plainWeights, .off) == scored.rules)
  }
}
