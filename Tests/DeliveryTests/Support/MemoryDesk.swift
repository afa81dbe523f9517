import AmendsPolicy
import Delivery
import Ledger
import Synchronization

/// A desk in memory that keeps every promise of the protocol, for tests alone.
final class MemoryDesk: DepartureLedger {
  struct Row {
    var item: OutboxItem
    var review: Review
    var customer: Customer
    var fence: Int64 = 0
    var owner = ""
  }

  struct Permit: Equatable {
    var item: OutboxID
    var at: Instant
    var outcome: Outcome?
  }

  struct State {
    var rows: [OutboxID: Row] = [:]
    var events: [(event: ContactEvent, isRecordedLater: Bool)] = []
    var permits: [Permit] = []
    var reviewChange: ReviewChange?
    var limits = ContactLimits(quietHours: .none)
    var zone = Zone.utc
  }

  private let state: Mutex<State>

  init(_ items: [OutboxItem], events: [ContactEvent] = []) {
    var start = State()
    for item in items { start.rows[item.id] = Sample.row(item) }
    start.events = events.map { ($0, false) }
    state = Mutex(start)
  }

  func change(_ change: (inout sending State) -> Void) { state.withLock { change(&$0) } }

  func item(_ id: OutboxID = Sample.id) -> OutboxItem? { state.withLock { $0.rows[id]?.item } }

  var permits: [Permit] { state.withLock(\.permits) }

  /// The messages of the shop that the contact limits know of.
  var contacts: [Instant] {
    state.withLock { $0.events.map(\.event).filter { $0.kind == .contacted }.map(\.at) }
  }

  /// Records a fact that became known after everything was queued.
  func record(_ kind: ContactEventKind, at instant: Instant) {
    change { $0.events.append((ContactEvent(kind, at: instant), true)) }
  }

  func nextDue() -> Instant? {
    state.withLock { state in
      state.rows.values.map(\.item).filter { $0.state == .queued }.map(\.leavesAt).min()
    }
  }

  func claimDue(at now: Instant, by owner: String) throws(DeskFault) -> Claim? {
    try locked { state throws(DeskFault) in
      let due = state.rows.values.map(\.item).filter { $0.state == .queued && $0.leavesAt <= now }
      guard let first = due.min(by: { $0.leavesAt < $1.leavesAt }) else { return nil }
      return try state.claim(first.id, by: owner)
    }
  }

  func claim(_ item: OutboxID, at now: Instant, by owner: String) throws(DeskFault) -> Claim {
    try locked { state throws(DeskFault) in
      if state.rows[item]?.item.state == .held { try state.move(item, .resumed) }
      return try state.claim(item, by: owner)
    }
  }

  func commit(_ fence: Fence, at now: Instant) throws(DeskFault) -> Permission {
    try locked { state throws(DeskFault) in
      let item = try state.held(by: fence)
      if let obstacle = state.obstacle(item, at: now) { return .refused(obstacle) }
      try state.move(fence.item, .committed)
      state.permits.append(Permit(item: fence.item, at: now))
      return .granted
    }
  }

  func finish(_ fence: Fence, _ outcome: Outcome, at now: Instant) throws(DeskFault) {
    try locked { state throws(DeskFault) in
      let item = try state.held(by: fence)
      try state.move(fence.item, outcome.event(in: item.state), reason: outcome.reason)
      state.close(fence.item, outcome, at: now)
    }
  }

  func obstruct(_ fence: Fence, reason: String, at now: Instant) throws(DeskFault) {
    try locked { state throws(DeskFault) in
      _ = try state.held(by: fence)
      try state.move(fence.item, .obstructed, reason: reason)
    }
  }

  func postpone(_ fence: Fence, until later: Instant, reason: String) throws(DeskFault) {
    try locked { state throws(DeskFault) in
      _ = try state.held(by: fence)
      try state.move(fence.item, .released, reason: reason)
      state.rows[fence.item]?.item.leavesAt = later
    }
  }

  func release(_ fence: Fence) throws(DeskFault) {
    try locked { state throws(DeskFault) in
      _ = try state.held(by: fence)
      try state.move(fence.item, .released)
    }
  }

  func taken() -> [Taken] {
    state.withLock { state in
      state.rows.values.compactMap { row in
        let fence = Fence(item: row.item.id, number: row.fence)
        return switch row.item.state {
        case .sending: Taken(fence: fence, state: .sending, owner: row.owner)
        case .committing: Taken(fence: fence, state: .committing, owner: row.owner)
        default: nil
        }
      }
    }
  }

  private func locked<Answer: Sendable>(
    _ work: (inout State) throws(DeskFault) -> Answer
  ) throws(DeskFault) -> Answer {
    let result = state.withLock { state -> Result<Answer, DeskFault> in
      var copy = state
      do throws(DeskFault) {
        let answer = try work(&copy)
        state = copy
        return .success(answer)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension MemoryDesk.State {
  func held(by fence: Fence) throws(DeskFault) -> OutboxItem {
    guard let row = rows[fence.item], row.fence == fence.number else { throw .overtaken }
    return row.item
  }

  mutating func move(
    _ id: OutboxID,
    _ event: OutboxEvent,
    reason: String = ""
  ) throws(DeskFault) {
    guard var row = rows[id], let next = try? row.item.state.after(event) else { throw .overtaken }
    row.item.state = next
    row.item.reason = reason
    rows[id] = row
  }

  mutating func claim(_ id: OutboxID, by owner: String) throws(DeskFault) -> Claim {
    try move(id, .claimed)
    rows[id]?.fence += 1
    rows[id]?.owner = owner
    rows[id]?.item.attempts += 1
    guard let row = rows[id] else { throw .overtaken }
    return Claim(
      fence: Fence(item: id, number: row.fence), item: row.item, review: row.review,
      customer: row.customer)
  }

  func obstacle(_ item: OutboxItem, at now: Instant) -> Obstacle? {
    let known = events.map(\.event)
    let later = events.filter { $0.isRecordedLater && $0.event.kind == .contacted }
    let facts = LeavingFacts(
      standing: ContactStanding(known),
      order: item.order.map { OrderStanding(order: $0, in: known) }, zone: zone,
      contactMeanwhile: later.map(\.event.at).max(), reviewChange: reviewChange)
    return item.obstacle(given: facts, limits: limits, at: now)
  }

  mutating func close(_ id: OutboxID, _ outcome: Outcome, at now: Instant) {
    if let place = permits.lastIndex(where: { $0.item == id }) { permits[place].outcome = outcome }
    if outcome == .sent { events.append((ContactEvent(.contacted, at: now), false)) }
  }
}

extension Outcome {
  fileprivate func event(in state: OutboxState) -> OutboxEvent {
    switch (self, state) {
    case (.sent, .uncertain): .resolvedSent
    case (.sent, _): .accepted
    case (.undone, .uncertain), (.deferred, .uncertain): .resolvedUnsent
    case (.undone, _): .obstructed
    case (.deferred, .sending): .released
    case (.deferred, _): .undone
    case (.refused, _): .refused
    case (.lost, _): .lost
    }
  }

  fileprivate var reason: String {
    switch self {
    case .sent: ""
    case .undone(let reason), .deferred(let reason), .refused(let reason), .lost(let reason): reason
    }
  }
}
