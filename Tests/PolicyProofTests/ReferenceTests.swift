import AmendsPolicy
import PolicyPacks
import Testing

@testable import PolicyProof

/// The engine and the slow reference interpreter find the same.
@Suite struct ReferenceTests {
  @Test(arguments: PolicyPacks.languages)
  func generatedTextsAreJudgedAlike(language: String) throws {
    let packs = try PolicyPacks.embedded(for: language)
    let check = try CrossCheck(packs, language: language)
    var texts = GeneratedTexts(packs, language: language, seed: 7)
    var same = 0
    for _ in 0..<120 {
      switch try check.outcome(on: texts.next(), in: DraftContext()) {
      case .same: same += 1
      case .differs(let one): Issue.record("\(one)")
      case .unread: continue
      }
    }
    #expect(same > 40)
  }

  @Test func aDifferenceIsNoticed() throws {
    let packs = try PolicyPacks.embedded(for: "en")
    var others = packs
    for pack in others.indices {
      for index in others[pack].constructions.indices {
        for pattern in others[pack].constructions[index].patterns.indices {
          others[pack].constructions[index].patterns[pattern].guards = []
        }
      }
    }
    let check = try CrossCheck(packs, reference: others, language: "en")
    let draft = "If you change your review or leave it as it is, the full refund stays with you."
    guard case .differs = try check.outcome(on: draft, in: DraftContext()) else {
      Issue.record("packs without guards were not told from packs with them")
      return
    }
  }

  @Test func caseHistoryIsReadByBoth() throws {
    let check = try CrossCheck(try PolicyPacks.embedded(for: "en"), language: "en")
    let context = DraftContext(earlier: ["We have issued a full refund for the lamp."])
    let draft = "Please delete your review now that the lamp works."
    #expect(try check.outcome(on: draft, in: context) == .same)
  }

  @Test func textsAreTheSameForASeed() throws {
    let packs = try PolicyPacks.embedded(for: "en")
    var first = GeneratedTexts(packs, language: "en", seed: 3)
    var second = GeneratedTexts(packs, language: "en", seed: 3)
    var other = GeneratedTexts(packs, language: "en", seed: 4)
    let texts = (0..<5).map { _ in first.next() }
    #expect(texts == (0..<5).map { _ in second.next() })
    #expect(texts != (0..<5).map { _ in other.next() })
  }
}
