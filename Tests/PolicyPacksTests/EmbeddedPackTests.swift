import AmendsPolicy
import PolicyPacks
import Testing

/// The packs that ship hold what their examples say.
@Suite struct EmbeddedPackTests {
  @Test func examplesComeOut() throws {
    let failures = try PackExamples(PolicyPacks.embedded()).failures()
    #expect(failures.map(\.description) == [])
  }

  /// The languages that have packs of their own.
  private static let languages = ["de", "en", "es", "fr", "it"]

  /// Rules whose finding no wording mends.
  private static let withoutRewrite: Set<RuleID> = ["form.length", "form.order-number"]

  @Test(arguments: languages)
  func everyRuleHasExamplesOfBothKinds(language: String) throws {
    let packs = try PolicyPacks.embedded()
    let local = packs.filter { $0.language == language }.flatMap(\.localRules)
    for rule in packs.flatMap(\.rules) {
      let own = local.filter { $0.rule == rule.id }
      let examples = rule.examples + own.flatMap(\.examples)
      #expect(examples.contains { $0.expectation == .pass }, "\(rule.id)")
      #expect(examples.contains { $0.expectation != .pass }, "\(rule.id)")
      let hasRewrite = own.contains { $0.rewrite?.isEmpty == false }
      #expect(hasRewrite || Self.withoutRewrite.contains(rule.id), "\(rule.id)")
      #expect(!rule.title.isEmpty, "\(rule.id)")
    }
  }

  @Test func allRulesOfTheCatalogueAreThere() throws {
    let ids = try PolicyPacks.embedded().flatMap(\.rules).map(\.id.rawValue)
    #expect(
      ids.sorted() == [
        "ask.positive", "ask.removal", "empty.acknowledgement", "form.attachment", "form.length",
        "form.order-number", "form.thanks", "format", "lure.conditional", "lure.implied",
        "marketing", "no.remedy", "privacy.contact", "privacy.public", "threat.pressure",
      ])
  }

  @Test func lureRulesExcludeEachOther() throws {
    let policy = PolicyPacks.policy
    let report = policy.check(
      "If you remove your review, we send a full refund. Please delete your review.",
      in: DraftContext(complaint: ""))
    let lures = report.findings.map(\.rule).filter {
      ["lure.conditional", "lure.implied", "ask.removal"].contains($0)
    }
    #expect(lures == ["lure.conditional"])
  }

  @Test func strictProfileBlocksAskingOnlyForProductReviews() throws {
    let policy = PolicyPacks.policy
    let draft = "The switch is on the back. Does it work now? Please delete your review."
    #expect(policy.check(draft).verdict == .warn)
    #expect(policy.check(draft, in: DraftContext(profile: .strict)).verdict == .block)
    let feedback = DraftContext(kind: .sellerFeedback, profile: .strict)
    #expect(policy.check(draft, in: feedback).verdict == .warn)
  }
}
