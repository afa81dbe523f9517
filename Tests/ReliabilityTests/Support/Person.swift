import AmendsPolicy
import Ledger
import Store
import Torture

/// The person at the desk: looks after a while whether an uncertain message was sent, and says so; lets go
/// on what was held, and has what is to be tried again tried at once.
///
/// The desk believes “not sent” only when no server can have the message any more, 17 minutes after its
/// permit: here the person claims that so much time has passed, so that the desk is asked harder than it
/// would be.
struct Person {
  /// How long a person waits before they look, in milliseconds: longer than the server takes to write down
  /// what it has.
  private static let patience: Int64 = 800

  private let store: DeskStore
  private var since: [OutboxID: Instant] = [:]

  init(_ store: DeskStore) { self.store = store }

  /// Looks at the outbox once.
  mutating func look(_ accepted: () throws -> [MailServer.Accepted]) throws {
    let now = TortureClock.now
    let waiting = try store.outbox().map(\.item).filter { Self.wantsPerson($0, now) }
    let due = waiting.filter {
      now - since[$0.id, default: now] >= Span(milliseconds: Self.patience)
    }
    since = Dictionary(uniqueKeysWithValues: waiting.map { ($0.id, since[$0.id] ?? now) })
    guard !due.isEmpty else { return }
    let sent = Set(try accepted().map(\.id))
    for item in due { try settle(item, wasSent: sent.contains(item.id.text), at: now) }
  }

  private static func wantsPerson(_ item: OutboxItem, _ now: Instant) -> Bool {
    switch item.state {
    case .uncertain, .held: true
    case .queued: item.leavesAt > now + Town.limits.interval
    default: false
    }
  }

  private func settle(_ item: OutboxItem, wasSent: Bool, at now: Instant) throws {
    do {
      switch item.state {
      case .uncertain:
        let later = now + OutboxItem.unsentPatience
        try store.resolve(item.id, wasSent: wasSent, at: wasSent ? now : later, by: "person")
      case .held: try store.resume(item.id, at: now)
      default: try store.expedite(item.id, at: now)
      }
    } catch DeskError.transition {
      // It has moved on meanwhile.
    }
  }
}
