import AmendsPolicy
import Glibc
import Ledger
package import Proof
import Store

/// Writes drafts, sometimes several revisions of one, goes on with what an earlier agent left, and queues.
struct Agent {
  private static let mostRevisions = 4

  private let store: DeskStore
  private let acks: AckLog
  private let town: Town
  private let name: String
  private var dice: Dice

  init(_ order: WorkerOrder) throws {
    store = try DeskStore(at: order.desk, limits: Town.limits)
    acks = order.acks
    town = order.town
    name = "\(getpid())-\(order.seed)"
    dice = Dice(seed: order.seed)
  }

  func work() throws {
    var agent = self
    var round = 0
    while true {
      round += 1
      do {
        try agent.write(round)
      } catch DeskError.draftExists, DeskError.draftFrozen, DeskError.olderRevision,
        DeskError.alreadyQueued, DeskError.unknown, DeskError.transition
      {
        // Another agent was quicker, or a sender: this one turns to another review.
      }
      Worker.rest(UInt32(agent.dice.throwing(1...4)))
    }
  }

  private mutating func write(_ round: Int) throws {
    let customer = dice.throwing(0...town.aliases.count - 1)
    let which = dice.throwing(0...Town.reviewsEach - 1)
    let found = try store.draft(for: Town.review(of: customer, which))
    let id = found?.id.text ?? "\(name)-\(round)"
    var revision = found?.revision ?? 0
    for _ in 0..<dice.throwing(1...Self.mostRevisions) {
      revision += 1
      try store.save(draft(id, customer, which, revision))
      acks.draft(id, revision)
    }
    guard dice.throwing(0...9) > 0 else { return }
    let item = town.item(
      draft(id, customer, which, revision), for: customer, at: TortureClock.now)
    try store.enqueue(item, at: TortureClock.now)
    acks.queued(id)
  }

  private func draft(_ id: String, _ customer: Int, _ which: Int, _ revision: Int) -> Draft {
    Town.draft(id, for: customer, which, revision: revision, at: TortureClock.now)
  }
}

extension Dice {
  /// A number of a range.
  package mutating func throwing(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &self)
  }
}
