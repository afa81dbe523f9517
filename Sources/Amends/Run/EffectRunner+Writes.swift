import AmendsPolicy
import Delivery
import Inbox
import Ledger
import Store

extension EffectRunner {
  func write(_ effect: Effect, as write: WriteID) throws -> Answer? {
    let now = SystemClock.now
    switch effect {
    case .discardDraft(let id):
      try store.discard(id, at: now, by: agent)
      return .discarded(id)
    case .enqueue(let item): return enqueue(item, at: now)
    case .recall(let id):
      try store.recall(id, at: now, by: agent, as: write)
      return .recalled(id)
    case .hold(let id):
      try store.hold(id, at: now, by: agent, as: write)
      return .done("held", undo: .resume(id))
    case .resume(let id):
      try store.resume(id, at: now, by: agent, as: write)
      return .done("goes on", undo: .hold(id))
    case .sendNow(let id): return try sendNow(id, at: now)
    case .sendAllDue:
      sender.send(.allDue)
      return nil
    case .lookUp(let id): return .told(try departures.lookUp(id, at: now), isGood: true)
    case .handOver(let id): return try handOver(id, at: now)
    case .resolve(let id, let wasSent):
      return try resolve(id, wasSent: wasSent, at: now, as: write)
    case .stopSending(let reason):
      try store.stopSending(reason, at: now, by: agent)
      return .done("sending is stopped", undo: nil)
    case .allowSending(let reason):
      try store.allowSending(reason, clock: SystemClock.reading, by: agent)
      return .done("sending is allowed again", undo: nil)
    default: return try writeWork(effect, at: now, as: write)
    }
  }

  private func enqueue(_ item: OutboxItem, at now: Instant) -> Answer {
    do {
      let stored = try store.enqueue(item, at: now, wording: check.version(of: item))
      guard stored.state.isLive else {
        return .notEnqueued(item, reason: "this reply was \(stored.state.rawValue) already")
      }
      return .enqueued(stored)
    } catch {
      return .notEnqueued(item, reason: error.description)
    }
  }

  /// Where replies leave by themselves, the wait of this one is over; else it is sent here.
  private func sendNow(_ id: OutboxID, at now: Instant) throws -> Answer? {
    let live = sender.live
    if sender.mode == .manual, live?.isThisProgram ?? true {
      sender.send(.one(id))
      return nil
    }
    try store.expedite(id, at: now)
    sender.urge()
    return live == nil
      ? .told("it is due: it leaves when somebody starts `amends send`", isGood: false)
      : .told("it leaves next", isGood: true)
  }

  private func handOver(_ id: OutboxID, at now: Instant) throws -> Answer {
    switch try departures.handOver(id, at: now) {
    case .handed: break
    case .held(let hold): return .failed("held: \(hold.inWords)")
    case .postponed(_, .obstacle(.frozen(let freeze, _))): return .failed(freeze.inWords)
    case .postponed(let until, let hold):
      return .failed("waits until \(ISO8601.text(until)): \(hold.inWords)")
    case .overtaken: return .failed("another has this reply: R reads the outbox again")
    }
    guard let item = try store.outboxItem(id) else { throw DeskError.unknown("reply") }
    return .handedOver(item)
  }

  private func resolve(
    _ id: OutboxID,
    wasSent: Bool,
    at now: Instant,
    as write: WriteID
  ) throws -> Answer {
    if try !departures.confirm(id, wasSent: wasSent, at: now) {
      try store.resolve(id, wasSent: wasSent, at: now, by: agent, as: write)
    }
    return .done(wasSent ? "recorded as sent" : "recorded as not sent: it is held", undo: nil)
  }

  private func writeWork(
    _ effect: Effect,
    at now: Instant,
    as write: WriteID
  ) throws -> Answer? {
    switch effect {
    case .apply(let event, let reviews):
      let applied = try store.apply(event, to: reviews, at: now, by: agent, as: write)
      return .done(
        "\(Self.words(event)): \(applied.former.count)", undo: .restore(applied.former))
    case .restore(let states):
      try store.restore(states, at: now, by: agent, as: write)
      return .done("as it was", undo: nil)
    case .setCauses(let causes):
      let before = try store.setCauses(causes, at: now, by: agent, as: write)
      return .done("cause set: \(causes.count)", undo: .setCauses(before))
    case .setSnoozes(let snoozes, let known):
      let applied = try store.setSnoozes(snoozes, known: known, at: now, by: agent, as: write)
      return Answer(applied, of: snoozes)
    case .markRemoved(let reviews):
      let removed = try store.markRemoved(reviews, at: now)
      return removed.isEmpty
        ? .done("that was known already", undo: nil)
        : .done("noted as removed: \(removed.count)", undo: .markShown(removed))
    case .markShown(let reviews):
      try store.markShown(reviews)
      return .done("noted as shown", undo: nil)
    case .record(let record): return try recordFact(record, at: now, as: write)
    case .note(let customer, let text):
      let event = try store.addNote(text, to: customer, at: now, by: agent, as: write)
      return .done("noted", undo: .retract(event))
    case .retract(let event):
      try store.retract(event, at: now, by: agent, as: write)
      return .done("taken back", undo: nil)
    case .merge(let key, let customer):
      try store.merge(key, into: customer, at: now, by: agent, as: write)
      return .done("merged", undo: nil)
    default: return nil
    }
  }

  private func recordFact(
    _ record: ContactRecord,
    at now: Instant,
    as write: WriteID
  ) throws -> Answer {
    let outcome = try store.record(record, at: now, by: agent, as: write)
    guard let event = outcome.event else { return .done("that was known already", undo: nil) }
    let broke = outcome.broke.map { "; it broke the limit \($0.rawValue) and counts" } ?? ""
    return .done("recorded\(broke)", undo: .retract(event))
  }

  private static func words(_ event: ReviewEvent) -> String {
    switch event {
    case .settled: "resolved"
    case .closed: "closed"
    case .reopened: "opened again"
    default: "changed"
    }
  }
}
