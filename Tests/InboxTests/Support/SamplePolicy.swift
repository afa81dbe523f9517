import AmendsPolicy

/// A small rule pack of the tests' own, so that no screen changes when the shipped packs do.
enum SamplePolicy {
  static let policy: WordingPolicy = {
    do { return try WordingPolicy(packs: [pack]) } catch { preconditionFailure("\(error)") }
  }()

  private static let origin = Origin(file: "sample.toml", line: 1)

  private static var pack: RulePack {
    var pack = RulePack(id: "sample", language: "en")
    pack.sources = [
      "reviews": PolicySource(
        title: "Customer product reviews policies", url: "https://example.com/reviews",
        checked: "2026-01-10")
    ]
    pack.ordinary = [
      "hello kettle glass base cracked refund review apologise broken send new deliver today",
      "once updated your review after change replace replacement discount code",
    ]
    pack.concepts = [
      Concept(
        name: "condition", match: ["once you have updated", "if you change"], origin: origin),
      Concept(name: "review", match: ["review"], origin: origin),
      Concept(name: "remedy", match: ["refund", "replacement"], origin: origin),
      Concept(name: "offer", match: ["discount code"], origin: origin),
      Concept(name: "APOLOGY", match: ["sorry", "apologise"], origin: origin),
      Concept(name: "REASON", match: ["because"], origin: origin),
      Concept(name: "BENEFIT", match: ["refund", "replacement"], origin: origin),
      Concept(name: "NEXT_STEP", match: ["is on its way", "we will send"], origin: origin),
      Concept(name: "WHEN", match: ["today"], origin: origin),
      Concept(name: "PERSON", match: ["i", "my"], origin: origin),
    ]
    pack.rules = [conditional, marketing, remedy]
    return pack
  }

  private static var conditional: Rule {
    var rule = Rule(id: "lure.conditional", severity: .block, origin: origin)
    rule.finds = [Pattern(slots: [["condition"], ["review"]], origin: origin)]
    rule.title = "A remedy that hangs on the review"
    rule.why = "{words} makes the refund look like payment for the review."
    rule.rewrite = "Your refund is on its way."
    rule.cite = "reviews"
    return rule
  }

  private static var marketing: Rule {
    var rule = Rule(id: "marketing", severity: .warn, origin: origin)
    rule.finds = [Pattern(slots: [["offer"]], origin: origin)]
    rule.title = "An offer in an answer"
    rule.why = "{words} is advertising; answers to buyers carry none."
    rule.cite = "reviews"
    return rule
  }

  private static var remedy: Rule {
    var rule = Rule(id: "no.remedy", severity: .warn, origin: origin)
    rule.absent = ["remedy"]
    rule.title = "No remedy"
    rule.why = "The draft offers nothing that would make it good."
    rule.rewrite = "We have sent a replacement today."
    rule.cite = "reviews"
    return rule
  }
}

/// Drafts of which the verdict is known.
enum SampleDraft {
  static let clean =
    "Hello J. Rivera,\n\nwe are sorry that the glass base of your kettle was cracked."
    + " The refund is on its way."
  static let warned = "Hello, we are sorry that your kettle was broken."
  static let blocked =
    "Hello, we are sorry. We will send the refund once you have updated your review."
}
