import AmendsPolicy
import Delivery
import DeskDelivery
import Ledger
import Store
import Synchronization

/// How replies leave this desk: by a person's hand, or by a carrier.
final class Departures: Sendable {
  private let ledger: StoreLedger
  private let check: PolicyCheck
  private let carrier: ConfiguredCarrier?
  private let owner = "\(ProcessIdentity.current)"
  private let handed = Mutex<[OutboxID: Fence]>([:])

  private let isLeaving = Mutex(false)

  /// Departures from a desk; without a carrier a person hands the replies over.
  init(store: DeskStore, check: PolicyCheck, carrier: ConfiguredCarrier?) {
    let sender = carrier?.sender
    ledger = StoreLedger(
      store: store, channel: carrier == nil ? "by hand" : "e-mail",
      clock: { SystemClock.reading },
      notes: { item in
        let messageID = sender.flatMap { try? MailIdentity(item).messageID(from: $0) }
        return LeavingNotes(wording: check.version(), messageID: messageID)
      })
    self.check = check
    self.carrier = carrier
  }

  /// Takes up what an earlier program left in flight.
  func recover(at now: Instant) throws(DeskFault) {
    if let carrier {
      _ = try Recovery(desk: ledger, tracer: carrier, isGone: ProcessIdentity.isGone).run(at: now)
    } else {
      _ = try Recovery(desk: ledger, tracer: ByHand(), isGone: ProcessIdentity.isGone).run(at: now)
    }
  }

  /// When the next reply leaves by itself; `nil` where none will, or some are leaving now.
  func nextDue() -> Instant? {
    guard carrier != nil, !isLeaving.withLock(\.self) else { return nil }
    return (try? ledger.nextDue()).flatMap(\.self)
  }

  /// Announces ``leave(at:)``; `false` where replies are leaving already.
  func begin() -> Bool {
    isLeaving.withLock { isLeaving in
      defer { isLeaving = true }
      return !isLeaving
    }
  }

  /// Lets everything leave that is due, and says what became of it; blocks for as long as a server takes.
  func leave(at now: Instant) -> [String] {
    defer { isLeaving.withLock { $0 = false } }
    guard let carrier else { return [] }
    let sender = Sender(desk: ledger, wording: check, carrier: carrier, owner: owner)
    var words: [String] = []
    do {
      while case let outcome = try sender.step(at: now), outcome != .idle {
        words.append(outcome.inWords)
      }
    } catch {
      words.append("nothing can leave: \(error.inWords)")
    }
    return words
  }

  /// Opens the permit of a reply that a person sends now.
  func handOver(_ item: OutboxID, at now: Instant) throws(DeskFault) -> HandOverAnswer {
    let answer = try HandOver(desk: ledger, wording: check, owner: owner).begin(item, at: now)
    if case .handed(let text) = answer { handed.withLock { $0[item] = text.fence } }
    return answer
  }

  /// Closes the permit of a reply that was handed over here; `false` where none was.
  func confirm(_ item: OutboxID, wasSent: Bool, at now: Instant) throws(DeskFault) -> Bool {
    guard let fence = handed.withLock({ $0[item] }) else { return false }
    let handOver = HandOver(desk: ledger, wording: check, owner: owner)
    if wasSent {
      try handOver.confirmSent(fence, at: now)
    } else {
      try handOver.confirmNotSent(fence, at: now)
    }
    handed.withLock { $0[item] = nil }
    return true
  }
}

extension StepOutcome {
  /// What happened, as the status line says it.
  var inWords: String {
    switch self {
    case .idle: ""
    case .sent: "a reply has left"
    case .held(_, let hold): "a reply is held: \(hold.inWords)"
    case .postponed(_, let until, let hold):
      "a reply waits until \(ISO8601.text(until)): \(hold.inWords)"
    case .undone(_, let reason): "a reply did not leave and is held: \(reason)"
    case .unreached(_, let reason), .deferred(_, let reason):
      "a reply was not taken for now, and is tried again: \(reason)"
    case .refused(_, let reason): "a reply was refused: \(reason)"
    case .lost(_, let reason): "nobody knows whether a reply left: \(reason)"
    case .overtaken: "a reply was taken back on the way"
    case .released: "a reply was put back: it waits again"
    }
  }
}

extension DeskFault {
  /// What went wrong, in words.
  var inWords: String {
    switch self {
    case .overtaken: "another has the reply"
    case .storage(let words): words
    }
  }
}
