import AmendsPolicy
import Testing

/// Rules of every language, over the words of each.
@Suite struct PackLanguageTests {
  private static func words(_ language: String, _ remove: String, _ review: String) -> RulePack {
    var pack = RulePack(id: "words.\(language)", language: language)
    pack.concepts = [
      TestPack.concept("REMOVE", [remove]), TestPack.concept("REVIEW", [review]),
    ]
    return pack
  }

  private static func rules(_ patterns: [Pattern]) -> RulePack {
    var pack = TestPack.pack([], [TestPack.rule("removal", patterns)])
    pack.id = "rules"
    pack.language = RulePack.anyLanguage
    return pack
  }

  private static let english = words("en", "remove", "review")
  private static let german = words("de", "löschen", "bewertung")

  @Test(arguments: [
    ("Would you please remove the review that you have left for us?", "en"),
    ("Könnten Sie bitte die Bewertung, die Sie für uns haben, wieder löschen?", "de"),
  ])
  func oneRuleServesEveryLanguage(draft: String, language: String) throws {
    let rules = Self.rules([TestPack.pattern(["REMOVE", "REVIEW"], ordered: false)])
    let policy = try WordingPolicy(packs: [rules, Self.english, Self.german])
    #expect(policy.languages == ["en", "de"])
    let report = policy.check(draft, in: DraftContext(language: language))
    #expect(report.findings.map(\.rule) == ["removal"])
  }

  @Test func rewritesAreTheLanguages() throws {
    var german = Self.german
    german.localRules = [
      LocalRule(
        rule: "removal", rewrite: "Danke.", examples: [], origin: TestPack.origin)
    ]
    let rules = Self.rules([TestPack.pattern(["REVIEW"])])
    let policy = try WordingPolicy(packs: [Self.english, german, rules])
    let draft = "Wir haben die Bewertung und danken für das alles."
    #expect(
      policy.check(draft, in: DraftContext(language: "de")).findings.first?.rewrite == "Danke.")
  }

  @Test func missingConceptNamesItsLanguage() {
    var german = Self.german
    german.concepts.removeFirst()
    #expect(throws: PackError.self) {
      try WordingPolicy(packs: [Self.rules([TestPack.pattern(["REMOVE"])]), german])
    }
  }

  @Test func groupsStandForTheirMembers() throws {
    var rules = Self.rules([TestPack.pattern(["EITHER"])])
    rules.groups = [
      ConceptGroup(name: "EITHER", members: ["REMOVE", "REVIEW"], origin: TestPack.origin)
    ]
    let policy = try WordingPolicy(packs: [Self.english, rules])
    #expect(policy.check("We thank you for the review.").findings.map(\.rule) == ["removal"])
    #expect(policy.check("We will remove it for you.").findings.map(\.rule) == ["removal"])
  }

  @Test func instructionsBeginTheirClause() throws {
    var pattern = TestPack.pattern(["REMOVE", "REVIEW"], gap: 2)
    pattern.opensClause = true
    let policy = try WordingPolicy(packs: [Self.english, Self.rules([pattern])])
    #expect(!policy.check("Thank you for all, remove the review.").findings.isEmpty)
    #expect(policy.check("Our team will remove the review for you.").findings.isEmpty)
  }

  @Test func constructionsMayBeWrittenInAnyOrder() throws {
    var rules = Self.rules([TestPack.pattern(["SECOND"])])
    rules.constructions = [
      Construction(
        name: "SECOND", patterns: [TestPack.pattern(["FIRST", "REVIEW"], ordered: false)],
        origin: TestPack.origin),
      Construction(
        name: "FIRST", patterns: [TestPack.pattern(["REMOVE"])], origin: TestPack.origin),
    ]
    let policy = try WordingPolicy(packs: [Self.english, rules])
    #expect(!policy.check("You may remove the review, thank you.").findings.isEmpty)
  }

  @Test func constructionsMadeOfThemselvesAreRefused() {
    var rules = Self.rules([TestPack.pattern(["ONE"])])
    rules.constructions = [("ONE", "OTHER"), ("OTHER", "ONE")].map { name, part in
      Construction(
        name: name, patterns: [TestPack.pattern([part])], origin: TestPack.origin)
    }
    #expect(throws: PackError.self) { try WordingPolicy(packs: [Self.english, rules]) }
  }

  @Test func shadowRulesDecideNothing() throws {
    var rules = Self.rules([TestPack.pattern(["REVIEW"])])
    rules.rules[0].status = .shadow
    let report = try WordingPolicy(packs: [Self.english, rules])
      .check("We thank you for the review.")
    #expect(report.verdict == .pass)
    #expect(report.shadow.map(\.rule) == ["removal"])
  }

  @Test func allowedPhrasesHideWhatStandsInThem() throws {
    var own = RulePack(id: "own", language: "en")
    own.allowed = ["the review desk"]
    let rules = Self.rules([TestPack.pattern(["REVIEW"])])
    let policy = try WordingPolicy(packs: [Self.english, rules, own])
    #expect(policy.check("You have our review desk and the review.").findings.count == 1)
    #expect(policy.check("This is for you from the review desk.").findings.isEmpty)
  }

  @Test func oneRuleIsDefinedOnce() {
    let rules = Self.rules([TestPack.pattern(["REVIEW"])])
    var again = rules
    again.id = "again"
    #expect(throws: PackError.self) {
      try WordingPolicy(packs: [Self.english, rules, again])
    }
  }
}
