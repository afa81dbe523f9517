import Testing

@testable import AmendsPolicy

/// At which words a second reader points.
@Suite struct PointedWordsTests {
  /// Words of four letters with a blank between them: the first is 0..<4, the next 5..<9.
  private func ranges(_ logits: [Float]) -> [Range<Int>] {
    PointedWords.ranges(
      logits.enumerated().map { index, logit in
        ReaderOpinion.Pointer(range: words(index, index), logit: logit)
      })
  }

  private func words(_ first: Int, _ last: Int) -> Range<Int> { first * 5..<last * 5 + 4 }

  @Test func nothingPointsNowhere() {
    #expect(ranges([]) == [])
  }

  @Test func oneLikelyWordStandsAlone() {
    #expect(ranges([-1, -1, 2, -1, -1]) == [words(2, 2)])
  }

  @Test func nearWordsBelongTogether() {
    #expect(ranges([1, 1, -3, 1, -3]) == [words(0, 3)])
    #expect(ranges([1, -3, -3, 1]) == [words(0, 0), words(3, 3)])
  }

  @Test func theTwoStrongestStandInTheirOrder() {
    #expect(ranges([1, -3, -3, -3, 2, -3, -3, -3, 3]) == [words(4, 4), words(8, 8)])
    #expect(ranges([3, -3, -3, -3, 1, -3, -3, -3, 2]) == [words(0, 0), words(8, 8)])
  }

  @Test func aStrayWordIsNotShownBesideMuchStrongerOnes() {
    #expect(ranges([0.5, -3, -3, -3, 3, 3, 3]) == [words(4, 6)])
    #expect(ranges([3, -3, -3, -3, 3, 3, 3]) == [words(0, 0), words(4, 6)])
  }

  @Test func manyWeakWordsOutweighAStrongOne() {
    let logits: [Float] = [2, -3, -3, -3, 1.5, 1.5, -3, -3, -3, 2.5]
    #expect(ranges(logits) == [words(4, 5), words(9, 9)])
  }

  @Test func whereNoneIsLikelyTheStrongestFewStand() {
    #expect(ranges([-9, -9, -1, -1, -1, -1, -1, -1, -1, -1, -9]) == [words(2, 9)])
    #expect(ranges([-1, -1, -1, -1, -1, -1, -1, -1, -9, -9]) == [words(0, 7)])
    #expect(ranges([-2, -3, -2]) == [words(0, 2)])
  }

  @Test func emptyPlacesPointNowhere() {
    let empty = ReaderOpinion.Pointer(range: 3..<3, logit: 2)
    #expect(PointedWords.ranges([empty]) == [])
    #expect(PointedWords.ranges([ReaderOpinion.Pointer(range: 3..<3, logit: -2)]) == [])
  }
}
