import AmendsPolicy
import Testing

/// Scope, order, gaps, masks and guards.
@Suite struct PatternTests {
  private let removal = TestPack.removal

  @Test func gapLimitsDistance() throws {
    #expect(try TestPack.words(removal, "remove your review") != nil)
    #expect(try TestPack.words(removal, "remove of of of review") != nil)
    #expect(try TestPack.words(removal, "remove of of of of review") == nil)
  }

  @Test func orderIsFreeWhereTheRuleSaysSo() throws {
    #expect(try TestPack.words(removal, "the review, remove it") == ["review", "remove"])
  }

  @Test func sentenceEndsTheScope() throws {
    #expect(try TestPack.words(removal, "we remove. The review") == nil)
    #expect(try TestPack.words(removal, "we remove Mr. review") != nil)
  }

  @Test func maskHidesAnotherSense() throws {
    #expect(try TestPack.words(removal, "remove the peer review") == nil)
  }

  @Test func phraseMayHaveAGap() throws {
    #expect(
      try TestPack.words(removal, "take your review down") == ["take your review down"])
  }

  @Test func guardExcusesUntilAStop() throws {
    #expect(try TestPack.words(removal, "never remove the review") == nil)
    #expect(try TestPack.words(removal, "not that but remove the review") != nil)
  }

  @Test func guardCanBeTakenAway() throws {
    let policy = try WordingPolicy(packs: [removal]).without(guard: "not")
    #expect(
      policy.check("we will never remove the review").findings.contains { $0.rule == "removal" })
  }

  @Test func constructionsFeedRules() throws {
    var pack = TestPack.pack(
      [
        TestPack.concept("IF", ["if"]), TestPack.concept("REVIEW", ["review"]),
        TestPack.concept("GIFT", ["gift"]), TestPack.concept("FILLER", ["you", "we", "send", "a"]),
      ],
      [TestPack.rule("tie", [TestPack.pattern(["TIED", "GIFT"], scope: .sentences(2))])])
    pack.constructions = [
      Construction(
        name: "TIED", patterns: [TestPack.pattern(["IF", "REVIEW"], gap: 2)],
        origin: TestPack.origin)
    ]
    #expect(
      try TestPack.words(pack, "If you review. We send a gift", rule: "tie") == [
        "If", "review", "gift",
      ])
  }

  @Test func levelsDependOnTheCase() throws {
    var pack = TestPack.removal
    pack.rules[0].severity = .warn
    pack.rules[0].levels = [
      Level(when: Condition(kind: .productReview, profile: .strict), severity: .block)
    ]
    let policy = try WordingPolicy(packs: [pack])
    let draft = "please remove your review"
    #expect(policy.check(draft).verdict == .warn)
    #expect(policy.check(draft, in: DraftContext(profile: .strict)).verdict == .block)
    let feedback = DraftContext(kind: .sellerFeedback, profile: .strict)
    #expect(policy.check(draft, in: feedback).verdict == .warn)
  }

  @Test func signsAddUp() throws {
    var pack = TestPack.removal
    pack.rules.append(TestPack.rule("weighed"))
    pack.evidence = [
      Evidence(
        rule: "weighed", threshold: 100,
        weights: [Evidence.Weight("REVIEW", hundredths: 60)],
        phrases: [Evidence.Weight("of you", hundredths: 50)], vetoes: ["NOT"],
        origin: TestPack.origin)
    ]
    let words = { try TestPack.words(pack, $0, rule: "weighed") }
    #expect(try words("the review with you") == nil)
    #expect(try words("the review of you") == ["review", "of you"])
    #expect(try words("not the review of you") == nil)
    let reading = try WordingPolicy(packs: [pack]).reading(of: "the review with you")
    #expect(reading?.signs.map(\.name) == ["REVIEW"])
  }

  @Test func whyNamesTheWords() throws {
    let finding = try #require(
      try WordingPolicy(packs: [removal]).check("please remove your review").findings.first)
    #expect(finding.why == "Because of “remove” … “review”.")
    #expect(finding.source.checked == "2026-01-10")
  }
}
