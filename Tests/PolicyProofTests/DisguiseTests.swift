import AmendsPolicy
import PolicyPacks
import PolicyProof
import Testing

/// Disguises change how words are written, and rules see through them.
@Suite struct DisguiseTests {
  @Test(arguments: [
    (Disguise.leet, "r3v13w"), (.spaced, "r e v i e w"), (.dotted, "r.e.v.i.e.w"),
    (.split, "rev iew"), (.brokenLine, "rev-\niew"), (.tagInside, "rev<b></b>iew"),
    (.swapped, "reivew"), (.dropped, "revew"), (.inserted, "revieew"), (.stretched, "reviiiiew"),
    (.fullWidth, "ｒｅｖｉｅｗ"), (.entities, "&#114;&#101;&#118;&#105;&#101;&#119;"),
    (.lookAlike, "rеview"), (.reversed, "\u{202E}weiver\u{202C}"),
  ])
  func wordsChangeTheirLook(disguise: Disguise, expected: String) {
    #expect(disguise.applied(to: "review") == expected)
  }

  @Test(arguments: Disguise.allCases)
  func shortWordsAndNumbersStay(disguise: Disguise) {
    #expect(disguise.applied(to: "if") == "if")
    #expect(disguise.applied(to: "24.99") == "24.99")
  }

  @Test func onlyTheGivenWordsChange() {
    let text = "Grüße, delete the review now"
    #expect(
      Disguise.leet.applied(to: text, at: [9..<15, 20..<26]) == "Grüße, d3l373 the r3v13w now")
  }

  @Test(arguments: Disguise.allCases)
  func plainLureStaysBlocked(disguise: Disguise) {
    let draft = LabelledDraft(
      id: "1", draft: "You get a refund if you have removed your review.",
      context: DraftContext(language: "en"), verdict: .block, rules: ["lure.conditional"])
    let outcome = DisguiseTrial(Self.policy).outcome(of: disguise, on: [draft])
    #expect(outcome.kept == Share(1, of: 1))
  }

  private static let policy = Shipped.policy
}
