import AmendsPolicy
import Testing

/// What was said earlier in a case counts: a refund in one message and the review in the next is a lure.
@Suite struct CaseHistoryTests {
  private static func policy() throws -> WordingPolicy {
    var pattern = TestPack.pattern(["REMOVE", "REVIEW"], ordered: false, scope: .message)
    pattern.earlier = [["GOOD", "GIFT"]]
    var pack = TestPack.removal
    pack.concepts += [
      TestPack.concept("GOOD", ["refund{,ed}"]), TestPack.concept("GIFT", ["gift"]),
    ]
    pack.rules = [TestPack.rule("lure", [pattern])]
    return try WordingPolicy(packs: [pack])
  }

  private func isFound(_ draft: String, after earlier: [String]) throws -> Bool {
    try !Self.policy().check(draft, in: DraftContext(earlier: earlier)).findings.isEmpty
  }

  @Test func refundBeforeAndReviewNow() throws {
    #expect(try isFound("Please remove the review.", after: ["We refunded you with a gift."]))
    #expect(try isFound("Please remove the review.", after: ["With a gift.", "Thank you."]))
  }

  @Test func nothingBefore() throws {
    #expect(try !isFound("Please remove the review.", after: []))
    #expect(try !isFound("Please remove the review.", after: ["We will look for the parcel."]))
  }

  @Test func theDraftItselfIsNoEarlierMessage() throws {
    #expect(try !isFound("We refunded you. Please remove the review.", after: []))
  }

  @Test func onlyWordsOfTheDraftAreUnderlined() throws {
    let draft = "Please remove the review."
    let report = try Self.policy().check(draft, in: DraftContext(earlier: ["We refunded you."]))
    let ranges = try #require(report.findings.first).ranges
    #expect(ranges == [7..<13, 18..<24])
  }
}
