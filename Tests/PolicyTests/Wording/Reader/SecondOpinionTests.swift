import AmendsPolicy
import Testing

/// What a second reader makes of a draft behind own earlier messages.
@Suite struct SecondOpinionTests {
  /// A reader that goes by a few words: an offer and a wish together are worse than both apart.
  private struct WordReader: SecondReader {
    private static let words: [(word: String, logit: Float)] = [
      ("refund", 1), ("review", 1), ("gladly", 0.5), ("idiot", 2), ("settled", -3),
    ]

    func opinion(on reading: ReaderCase) -> ReaderOpinion {
      let text = reading.draft.text
      var block: Float = -2
      for entry in Self.words where text.contains(entry.word) { block += entry.logit }
      if text.contains("refund"), text.contains("review") { block += 2 }
      return .sample(
        [.block: block, .finding: block, .lureImplied: block, .threatPressure: block - 1],
        pointers: [ReaderOpinion.Pointer(range: 0..<text.utf8.count, logit: 1)])
    }
  }

  private let policy: WordingPolicy

  init() throws { policy = try WordingPolicy(packs: [JointVerdictTests.pack]) }

  private static let offer = "You get a refund from us."
  private static let wish = "And what of the review?"
  private static let lure = "You get a refund for the review."

  private func second(_ draft: String, after earlier: [String]) -> SecondOpinion {
    SecondOpinion(
      on: policy.readerCases(of: draft, in: DraftContext(earlier: earlier)), of: WordReader(),
      weights: .sample, mode: .on)
  }

  private func verdict(_ draft: String, after earlier: [String]) -> Verdict {
    let context = DraftContext(earlier: earlier)
    return policy.check(draft, in: context, second: second(draft, after: earlier)).verdict
  }

  @Test func withoutEarlierMessagesItIsTheReaders() {
    let opinion = second(Self.lure, after: []).opinion
    #expect(opinion[.block] == 2)
    #expect(opinion.pointers.map(\.range) == [0..<Self.lure.utf8.count])
  }

  @Test func anOfferAndAWishInTwoMessagesAreALure() {
    #expect(second(Self.wish, after: []).opinion[.block] == -1)
    let opinion = second(Self.wish, after: ["Thank you.", Self.offer]).opinion
    #expect(opinion[.block] == 2)
    #expect(opinion[.finding] == 2)
    #expect(opinion[.lureImplied] == 2)
  }

  @Test func otherRulesAreJudgedByTheDraftAlone() {
    let opinion = second(Self.wish, after: [Self.offer]).opinion
    #expect(opinion[.threatPressure] == -2)
    #expect(opinion[.marketing] == -5)
    #expect(opinion.pointers.map(\.range) == [0..<Self.wish.utf8.count])
  }

  @Test func anEarlierViolationIsNotHeldAgainstACleanDraft() {
    #expect(second("Thank you.", after: [Self.lure]).opinion[.block] == -2)
  }

  @Test func aStoryThatWasBadBeforeIsNotJudgedAnew() {
    #expect(second("You are no idiot.", after: [Self.lure]).opinion[.block] == 0)
  }

  @Test func aStoryThatGetsLittleWorseIsNotJudgedAnew() {
    #expect(second("We do so gladly.", after: [Self.offer]).opinion[.block] == -1.5)
  }

  @Test func goodWordsBeforeExcuseNothing() {
    #expect(second(Self.lure, after: ["All is settled."]).opinion[.block] == 2)
  }

  @Test func theVerdictFollows() {
    #expect(verdict(Self.wish, after: []) == .pass)
    #expect(verdict(Self.wish, after: [Self.offer]) == .block)
    #expect(verdict("Thank you.", after: [Self.lure]) == .pass)
    #expect(verdict(Self.lure, after: []) == .block)
  }
}
