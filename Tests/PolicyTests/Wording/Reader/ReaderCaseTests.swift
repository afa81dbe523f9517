import Testing

@testable import AmendsPolicy

/// What a second reader is given of a case.
@Suite struct ReaderCaseTests {
  private func cases(_ draft: String, _ context: DraftContext) throws -> ReaderCases {
    try WordingPolicy(packs: [TestPack.removal]).readerCases(of: draft, in: context)
  }

  private func line(_ context: DraftContext) throws -> String {
    try cases("The lamp", context).draft.context
  }

  @Test func kindAlwaysStands() throws {
    #expect(try line(DraftContext()) == "product review: ")
    #expect(try line(DraftContext(kind: .sellerFeedback)) == "seller feedback: ")
  }

  @Test func everythingKnownStands() throws {
    let context = DraftContext(
      kind: .sellerFeedback, rating: 2, complaint: "It came late.", askedForRefund: true,
      issueResolved: true)
    #expect(
      try line(context) == "seller feedback, 2 stars, refund asked, settled: It came late.")
  }

  @Test func eachFactStandsAlone() throws {
    #expect(try line(DraftContext(rating: 5)) == "product review, 5 stars: ")
    #expect(try line(DraftContext(askedForRefund: true)) == "product review, refund asked: ")
    #expect(try line(DraftContext(issueResolved: true)) == "product review, settled: ")
  }

  @Test func longComplaintIsCut() throws {
    let complaint = String(repeating: "é", count: 300)
    #expect(try line(DraftContext(complaint: complaint)) == "product review: " + complaint)
    #expect(
      try line(DraftContext(complaint: complaint + "tail")) == "product review: " + complaint)
  }

  @Test func withoutEarlierMessagesThereIsNoHistory() throws {
    #expect(try cases("The lamp", DraftContext()).history == nil)
  }

  @Test func earlierMessagesStandBeforeTheDraft() throws {
    let context = DraftContext(
      rating: 1, earlier: ["We have y0ur r3v13w.", "All is well."])
    let cases = try cases("The lamp", context)
    let history = try #require(cases.history)
    #expect(cases.draft.draft.text == "The lamp")
    #expect(history.before.draft.text == "We have your review.\n\nAll is well.")
    #expect(history.joined.draft.text == "We have your review.\n\nAll is well.\n\nThe lamp")
    #expect(history.before.context == cases.draft.context)
    #expect(history.joined.context == cases.draft.context)
  }

  @Test func placesBehindEarlierMessagesAreTheDrafts() throws {
    let context = DraftContext(earlier: ["We are sorry."])
    let joined = try #require(try cases("The lamp", context).history).joined.draft
    #expect(joined.text == "We are sorry.\n\nThe lamp")
    #expect(joined.source(of: 19..<23) == 4..<8)
    #expect(joined.plain(of: 4..<8) == 19..<23)
  }
}
