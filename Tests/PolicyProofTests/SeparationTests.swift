import PolicyProof
import Testing

/// How well a score tells bad drafts from innocent ones.
@Suite struct SeparationTests {
  @Test func theAreaIsTheShareOfRightlyOrderedPairs() {
    #expect(Separation(bad: [3, 2], innocent: [1, 0]).area == 1)
    #expect(Separation(bad: [0, 1], innocent: [2, 3]).area == 0)
    #expect(Separation(bad: [3, 1], innocent: [2, 0]).area == 0.75)
  }

  @Test func equalScoresTellNothing() {
    #expect(Separation(bad: [1, 1], innocent: [1]).area == 0)
  }

  @Test func ofNoneNothingIsKnown() {
    #expect(Separation(bad: [], innocent: [1]).area == 0.5)
    #expect(Separation(bad: [1], innocent: []).area == 0.5)
  }

  @Test func scoresAreKeptInOrder() {
    let separation = Separation(bad: [3, 1, 2], innocent: [0, -1])
    #expect(separation.bad == [1, 2, 3])
    #expect(separation.innocent == [-1, 0])
  }

  @Test(arguments: [(0.0, 1), (0.1, 2), (0.5, 3), (1.0, 4)])
  func moreAreFoundWhereMoreInnocentOnesMayBe(_ share: Double, _ count: Int) {
    let separation = Separation(
      bad: [9.5, 8.5, 4.5, -1], innocent: [5, 0, 1, 2, 3, 4, 6, 7, 8, 9])
    #expect(separation.found(atFalse: share) == Share(count, of: 4))
  }

  @Test func equalScoresAreNotFound() {
    #expect(Separation(bad: [2, 1], innocent: [1]).found(atFalse: 0) == Share(1, of: 2))
  }

  @Test func withoutInnocentDraftsAllAreFound() {
    #expect(Separation(bad: [-5, 5], innocent: []).found(atFalse: 0) == Share(2, of: 2))
  }
}
