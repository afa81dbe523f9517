import AmendsPolicy
import Testing

/// Any text is valid input, and ranges stay inside it, on scalar boundaries.
@Suite struct TotalityTests {
  private static let hostile = [
    "", " ", "\n\n\n\n\n", "\u{202E}", "\u{202E}abc", "\u{202C}\u{202C}", "<", "<b", "<!--", "&",
    "&#;",
    "&#xFFFFFFFF;", "&#xD800;", "{{", "}}{{x}}", "+", "(", "@", "a@", "@a.b.c", "....", "?!?!",
    "r\u{200B}", "\u{FEFF}re\u{301}view remove", "👨‍👩‍👧‍👦⭐⭐⭐ remove review",
    "\u{0}\u{1}\u{7F}remove\u{0}review",
    "1 2 3 4 5 6 7 8 9", "ªºßﬁŒæ remove review", "r.e.v.i.e.w r e m o v e", "5\u{FE0F}\u{20E3}",
  ]

  private func policy() throws -> WordingPolicy {
    var pack = TestPack.removal
    for (id, detector) in [("contact", Detector.contact), ("format", .format)] {
      var rule = TestPack.rule(RuleID(rawValue: id))
      rule.detector = detector
      pack.rules.append(rule)
    }
    return try WordingPolicy(packs: [pack])
  }

  private func expectSound(_ report: DraftReport, _ draft: String) {
    let text = Array(draft.utf8)
    for finding in report.findings {
      var end = 0
      for range in finding.ranges {
        #expect(range.lowerBound >= end && range.upperBound <= text.count && !range.isEmpty)
        let isCut = [range.lowerBound, range.upperBound].contains {
          $0 < text.count && text[$0] & 0xC0 == 0x80
        }
        #expect(!isCut)
        end = range.upperBound
      }
    }
  }

  @Test func everyPairOfHostileTextsIsRead() throws {
    let policy = try policy()
    for first in Self.hostile {
      for second in Self.hostile {
        let draft = first + second
        expectSound(policy.check(draft), draft)
      }
    }
  }

  @Test func everyPrefixIsRead() throws {
    let policy = try policy()
    let draft =
      "Dеar ⓙⓞ, <i>re\u{AD}move</i> y0ur r\u{301}ev!ew… ⭐⭐ +44 20 7946 0955 a@b.example.com \u{202E}weiver"
    for end in draft.unicodeScalars.indices {
      let prefix = String(draft.unicodeScalars[..<end])
      expectSound(policy.check(prefix), prefix)
    }
  }

  @Test func repetitionIsCapped() throws {
    let policy = try policy()
    let draft = String(repeating: "remove the review, ", count: 3_000)
    let report = policy.check(draft)
    #expect(report.findings.map(\.rule).contains(.textRepetitive))
    #expect(report.findings.map(\.rule).contains("removal"))
    expectSound(report, draft)
  }
}
