import AmendsPolicy
import PolicyPacks
import Testing

/// The packs that ship hold what their examples say.
@Suite struct EmbeddedPackTests {
  @Test func examplesComeOut() throws {
    let failures = try PackExamples(PolicyPacks.embedded()).failures()
    #expect(failures.map(\.description) == [])
  }

  @Test func everyRuleHasExamplesOfBothKinds() throws {
    for rule in try PolicyPacks.embedded().flatMap(\.rules) {
      #expect(rule.examples.contains { $0.expectation == .pass }, "\(rule.id)")
      #expect(rule.examples.contains { $0.expectation != .pass }, "\(rule.id)")
      #expect(!rule.title.isEmpty && !rule.rewrite.isEmpty, "\(rule.id)")
    }
  }

  @Test func allRulesOfTheCatalogueAreThere() throws {
    let ids = try PolicyPacks.embedded().flatMap(\.rules).map(\.id.rawValue)
    #expect(
      ids.sorted() == [
        "ask.positive", "ask.removal", "empty.acknowledgement", "format", "lure.conditional",
        "lure.implied", "marketing", "no.remedy", "privacy.contact", "threat.pressure",
      ])
  }

  @Test func lureRulesExcludeEachOther() throws {
    let policy = try WordingPolicy(packs: PolicyPacks.embedded())
    let report = policy.check(
      "If you remove your review, we send a full refund. Please delete your review.",
      in: DraftContext(complaint: ""))
    let lures = report.findings.map(\.rule).filter {
      ["lure.conditional", "lure.implied", "ask.removal"].contains($0)
    }
    #expect(lures == ["lure.conditional"])
  }

  @Test func strictProfileBlocksAskingOnlyForProductReviews() throws {
    let policy = try WordingPolicy(packs: PolicyPacks.embedded())
    let draft = "The switch is on the back. Does it work now? Please delete your review."
    #expect(policy.check(draft).verdict == .warn)
    #expect(policy.check(draft, in: DraftContext(profile: .strict)).verdict == .block)
    let feedback = DraftContext(kind: .sellerFeedback, profile: .strict)
    #expect(policy.check(draft, in: feedback).verdict == .warn)
  }
}
