import AmendsPolicy
import Foundation
import PolicyPacks
import PolicyProof
import Testing

/// Blind rounds: what was found in drafts that were written without sight of the packs may not get lost.
@Suite struct RoundTests {
  /// What a round may not fall below: what it scored when it was opened.
  struct Floor: Sendable {
    var file: String
    var mustBeBlocked: Int
    var blocked: Int
    var falseBlocks: Int
    var right: Int
  }

  private static let floors = [
    Floor(file: "round-1-en", mustBeBlocked: 35, blocked: 21, falseBlocks: 2, right: 61),
    Floor(file: "round-1-de-fr", mustBeBlocked: 37, blocked: 20, falseBlocks: 1, right: 61),
    Floor(file: "round-1-es-it", mustBeBlocked: 36, blocked: 18, falseBlocks: 0, right: 60),
    Floor(file: "round-2-en", mustBeBlocked: 77, blocked: 58, falseBlocks: 0, right: 139),
    Floor(file: "round-2-de-fr", mustBeBlocked: 39, blocked: 22, falseBlocks: 5, right: 57),
    Floor(file: "round-2-es-it", mustBeBlocked: 38, blocked: 23, falseBlocks: 3, right: 61),
    Floor(file: "round-3-en", mustBeBlocked: 72, blocked: 53, falseBlocks: 2, right: 133),
    Floor(file: "round-3-de-fr", mustBeBlocked: 36, blocked: 25, falseBlocks: 1, right: 64),
    Floor(file: "round-3-es-it", mustBeBlocked: 36, blocked: 24, falseBlocks: 2, right: 63),
    Floor(file: "round-4-en", mustBeBlocked: 72, blocked: 54, falseBlocks: 5, right: 131),
    Floor(file: "round-4-de-fr", mustBeBlocked: 36, blocked: 26, falseBlocks: 2, right: 66),
    Floor(file: "round-4-es-it", mustBeBlocked: 36, blocked: 28, falseBlocks: 1, right: 68),
    Floor(file: "round-5-en", mustBeBlocked: 72, blocked: 59, falseBlocks: 1, right: 144),
    Floor(file: "round-5-de-fr", mustBeBlocked: 36, blocked: 25, falseBlocks: 1, right: 65),
    Floor(file: "round-5-es-it", mustBeBlocked: 36, blocked: 27, falseBlocks: 1, right: 68),
    Floor(file: "round-6-en", mustBeBlocked: 72, blocked: 64, falseBlocks: 3, right: 143),
    Floor(file: "round-6-de-fr", mustBeBlocked: 36, blocked: 23, falseBlocks: 0, right: 67),
    Floor(file: "round-6-es-it", mustBeBlocked: 36, blocked: 24, falseBlocks: 0, right: 65),
    Floor(file: "round-7-en", mustBeBlocked: 72, blocked: 53, falseBlocks: 2, right: 128),
    Floor(file: "round-7-de-fr", mustBeBlocked: 36, blocked: 23, falseBlocks: 0, right: 65),
    Floor(file: "round-7-es-it", mustBeBlocked: 38, blocked: 29, falseBlocks: 1, right: 68),
    Floor(file: "round-8-en", mustBeBlocked: 72, blocked: 47, falseBlocks: 2, right: 123),
    Floor(file: "round-8-de-fr", mustBeBlocked: 36, blocked: 20, falseBlocks: 2, right: 58),
    Floor(file: "round-8-es-it", mustBeBlocked: 36, blocked: 28, falseBlocks: 0, right: 71),
    Floor(file: "round-9-en", mustBeBlocked: 72, blocked: 43, falseBlocks: 2, right: 126),
    Floor(file: "round-9-de-fr", mustBeBlocked: 36, blocked: 26, falseBlocks: 0, right: 69),
    Floor(file: "round-9-es-it", mustBeBlocked: 36, blocked: 21, falseBlocks: 1, right: 62),
  ]

  @Test(arguments: floors)
  func roundsAreNoWorseThanWhenTheyWereOpened(floor: Floor) throws {
    let policy = Shipped.policy
    var evaluation = Evaluation()
    for draft in try RoundFile.drafts(floor.file) {
      evaluation.add(draft, policy.check(draft.draft, in: draft.context))
    }
    #expect(evaluation.all.blocked.total == floor.mustBeBlocked)
    #expect(evaluation.all.blocked.count >= floor.blocked)
    #expect(evaluation.all.falseBlocks.count <= floor.falseBlocks)
    #expect(evaluation.all.rightVerdicts.count >= floor.right)
  }
}
