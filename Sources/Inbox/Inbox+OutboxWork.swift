import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  var outboxRow: OutboxRow? {
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
    case .sendNow: return reasonAgainstSending(item)
    case .recall:
      return item.state.canBecome(.recalled) ? nil : "it is \(state): too late to recall"
    case .hold:
      return item.state == .queued || item.state == .held
        ? nil : "it is \(state): it cannot be held"
    default: return item.state == .uncertain ? nil : "it is \(state), not uncertain"
    }
  }

  private func reasonAgainstSending(_ item: OutboxItem) -> String? {
    if settings.sending == .byHand { return "a person sends these: enter hands it over" }
    switch item.state {
    case .queued: return nil
    case .held: return "it is held: h lets it go on first"
    default: return "it is \(item.state.rawValue): only a queued reply can be sent"
    }
  }

  /// Why not everything that is due can be sent at a person's word.
  var reasonAgainstSending: String? {
    switch settings.sending {
    case .byHand: "a person sends these: enter hands one over"
    case .inbox, .worker: "what is due leaves by itself"
    case .manual: nil
    }
  }

  mutating func workOnOutbox(_ command: Command, at now: Instant) -> [Effect] {
    guard command != .sendAllDue else { return [.sendAllDue] }
    guard let item = outboxRow?.item else { return [] }
    switch command {
    case .handOver: return handOver(item, at: now)
    case .recall: return [.recall(item.id)]
    case .hold: return item.state == .held ? [.resume(item.id)] : [.hold(item.id)]
    case .sendNow: return [.sendNow(item.id)]
    case .lookUp: return [.lookUp(item.id)]
    case .resolveSent: return [.resolve(item.id, wasSent: true)]
    default: return sayUnsent(item, at: now)
    }
  }

  private mutating func sayUnsent(_ item: OutboxItem, at now: Instant) -> [Effect] {
    guard let from = item.unsentFrom, now < from else {
      return [.resolve(item.id, wasSent: false)]
    }
    let clock = settings.rules.clock(from, at: now)
    return refuse("a server may still take it: it can be called unsent from \(clock)", at: now)
  }

  private mutating func handOver(_ item: OutboxItem, at now: Instant) -> [Effect] {
    guard settings.sending == .byHand else {
      let how = settings.sending == .manual ? "s sends it" : "it leaves by itself"
      return refuse("\(how); r recalls it, h holds it", at: now)
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
