import AmendsPolicy
import Ledger
import Store

/// Writes a draft, queues it, claims it, asks for the permit, lets it leave and finishes, as the inbox and
/// the sender do; what is refused is taken back.
struct LedgerRival: Rival {
  private let store: DeskStore
  private let log: ContactLog
  private let name: String
  private let now: @Sendable () -> Instant
  private var round = 0

  init(_ desk: ScratchDesk, name: String, now: @escaping @Sendable () -> Instant) throws {
    store = try desk.store()
    log = try desk.log()
    self.name = name
    self.now = now
  }

  mutating func attempt(_ customer: Int, _ meter: WaitMeter) throws -> AttemptOutcome {
    round += 1
    let reply = reply(to: customer)
    do {
      try meter.write { try store.save(reply.draft) }
    } catch DeskError.draftExists {
      return .refused
    } catch DeskError.busy {
      return .failed
    }
    do {
      return try send(reply.item, customer, meter)
    } catch DeskError.alreadyQueued {
      try meter.write { try store.discard(reply.draft.id, at: now()) }
      return .refused
    } catch DeskError.refused {
      try takeBack(reply.item, meter)
      return .refused
    } catch DeskError.busy {
      return .failed
    }
  }

  private func send(
    _ item: OutboxItem, _ customer: Int, _ meter: WaitMeter
  ) throws -> AttemptOutcome {
    _ = try meter.write { try store.enqueue(item, at: item.queuedAt) }
    let fence = try meter.write { try store.claim(item.id, by: name).fence }
    let answer = try meter.write {
      try store.commit(item.id, fence: fence, at: .steady(now()), channel: "proof")
    }
    guard answer == .granted else {
      try takeBack(item, meter)
      return .refused
    }
    try log.append(MadeContact(customer: customer, at: now()))
    try meter.write { try store.finish(item.id, fence: fence, .sent, at: now()) }
    return .left
  }

  /// The claim of an attempt is the first and only one of its item.
  private func takeBack(_ item: OutboxItem, _ meter: WaitMeter) throws {
    try meter.write { try store.release(item.id, fence: 1) }
    try meter.write { try store.recall(item.id, at: now(), by: name) }
    try meter.write { try store.discard(item.draft, at: now()) }
  }

  private func reply(to customer: Int) -> (draft: Draft, item: OutboxItem) {
    let at = now()
    let id = "\(name)-\(round)"
    let review = ScratchDesk.review(of: customer, round)
    let draft = Draft(
      id: DraftID(id), review: review, customer: ScratchDesk.id(of: customer),
      text: ScratchDesk.text, revision: 1, changedAt: at)
    let item = OutboxItem(
      id: OutboxID(id), draft: draft.id, review: review, customer: draft.customer, recipient: nil,
      order: nil, text: draft.text, queuedAt: at, queuedBy: name, leavesAt: at)
    return (draft, item)
  }
}
