import AmendsPolicy
import ArgumentParser
import Ledger
import Store

/// Notes that reviews are gone from the marketplace.
struct RemovedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "removed",
    abstract: "Note that the marketplace does not show reviews any more.",
    discussion: """
      amends removed R2KTGMZZ6C9Z4D
      amends removed 4711 --back

      REVIEW is the marketplace's own id of the review, or the id that `amends list --json` gives. A reply that
      waits for it is held, and the timeline keeps it. A review that a later file gives again is shown again;
      --back takes it back by hand.
      """)

  @Argument(help: "The reviews.")
  var reviews: [String]

  @Flag(help: "They are shown after all.")
  var back = false

  @Flag(help: "Answer in JSON, a line a review: {\"review\",\"id\",\"changed\"}.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let store = try desk.workplace().openDesk()
    let found = try reviews.map { (name: $0, id: try Self.find($0, in: store)) }
    let changed =
      try back
      ? store.markShown(found.map(\.id))
      : store.markRemoved(found.map(\.id), at: SystemClock.now)
    var output = StandardOutput()
    for (name, id) in found {
      let isChanged = changed.contains(id)
      if json {
        output.line([
          "review": .string(name), "id": .int(id.number), "changed": .bool(isChanged),
        ])
      } else {
        output.safeLine("\(name): \(back ? "shown" : "removed")\(isChanged ? "" : " already")")
      }
    }
    try output.finish()
  }

  /// The review with an id of the marketplace's, else with a number of the desk's.
  private static func find(_ name: String, in store: DeskStore) throws -> ReviewID {
    for kind in [ItemKind.productReview, .sellerFeedback] {
      if let review = try store.review(kind, externalID: name) { return review.id }
    }
    if let number = Int64(name), let review = try store.review(ReviewID(number)) {
      return review.id
    }
    throw Failure(.no, "no review has the id \(name): `amends list --all --json` shows them")
  }
}
