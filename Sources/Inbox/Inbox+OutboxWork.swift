import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  private var outboxRow: OutboxRow? {
    for case .outbox(let screen) in layers.reversed() { return screen.selectedRow }
    return nil
  }

  func reasonInOutbox(_ command: Command) -> String? {
    guard let item = outboxRow?.item else { return "the outbox is empty" }
    let state = item.state.rawValue
    switch command {
    case .handOver:
      if item.state == .committing || item.state == .queued { return nil }
      return "it is \(state): only a queued reply can be handed over"
    case .recall:
      return item.state.canBecome(.recalled) ? nil : "it is \(state): too late to recall"
    case .hold:
      return item.state == .queued || item.state == .held
        ? nil : "it is \(state): it cannot be held"
    default: return item.state == .uncertain ? nil : "it is \(state), not uncertain"
    }
  }

  mutating func workOnOutbox(_ command: Command, at now: Instant) -> [Effect] {
    guard let item = outboxRow?.item else { return [] }
    switch command {
    case .handOver: return handOver(item, at: now)
    case .recall: return [.recall(item.id)]
    case .hold: return item.state == .held ? [.resume(item.id)] : [.hold(item.id)]
    case .resolveSent: return [.resolve(item.id, wasSent: true)]
    default: return [.resolve(item.id, wasSent: false)]
    }
  }

  private mutating func handOver(_ item: OutboxItem, at now: Instant) -> [Effect] {
    guard settings.leavesByHand else {
      return refuse("it leaves by itself; r recalls it, h holds it", at: now)
    }
    guard item.leavesAt <= now else {
      let left = Countdown(until: item.leavesAt, at: now, precise: true)
      return refuse("it can be handed over in \(left.text)", at: now)
    }
    return [.handOver(item.id)]
  }
}

extension OutboxState {
  func canBecome(_ event: OutboxEvent) -> Bool { (try? after(event)) != nil }
}
