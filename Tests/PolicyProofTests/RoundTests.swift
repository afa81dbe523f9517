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
