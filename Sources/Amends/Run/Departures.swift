import AmendsPolicy
import Delivery
import DeskDelivery
import Ledger
import Store
import Synchronization

/// How replies leave this desk: by a person's hand, or by a carrier.
final class Departures: Sendable {
  /// This process, as claims name it.
  let owner = "\(ProcessIdentity.current)"
  /// Whether a carrier takes replies away by itself.
  let hasCarrier: Bool
  private let ledger: StoreLedger
  private let check: PolicyCheck
  private let post: Post
  private let handed = Mutex<[OutboxID: Fence]>([:])
  private let stopping: StopRequest

  /// Departures from a desk; without a carrier a person hands the replies over.
  ///
  /// - Parameters:
  ///   - store: The desk.
  ///   - check: Reads the texts again.
  ///   - carrier: What takes them away.
  ///   - sender: The shop's address, which the messages' identities name.
  init(
    store: DeskStore, check: PolicyCheck, carrier: (any Carrier)?, sender: MailAddress? = nil
  ) {
    let ledger = StoreLedger(
      store: store, channel: carrier == nil ? DepartureChannel.byHand : DepartureChannel.mail,
      clock: { SystemClock.reading },
      notes: { item in
        let messageID = sender.flatMap { try? MailIdentity(item).messageID(from: $0) }
        return LeavingNotes(wording: check.version(), messageID: messageID)
      })
    let stopping = StopRequest()
    let owner = owner
    post =
      carrier.map {
        Post(
          $0, desk: ledger, wording: check, owner: owner, isStopping: { stopping.isRequested })
      } ?? Post(byHandFrom: ledger)
    hasCarrier = carrier != nil
    self.ledger = ledger
    self.check = check
    self.stopping = stopping
  }

  /// Takes up what an earlier program left in flight.
  ///
  /// - Parameters:
  ///   - now: When it is taken up.
  ///   - gone: Further holders who are known to have ended.
  /// - Throws: `DeskFault` where the desk cannot be read or written.
  func recover(
    at now: Instant, knownGone gone: Set<String> = []
  ) throws(DeskFault) {
    _ = try post.recover(now) { gone.contains($0) || ProcessIdentity.isGone($0) }
  }

  /// When there is something to do next: when a reply leaves by itself, or when to look whether a freeze is over
  /// that ends by itself; `nil` where nothing is.
  func nextDue() throws(DeskFault) -> Instant? {
    do throws(DeskError) {
      let store = ledger.store
      try store.note(SystemClock.reading)
      if let due = try store.nextDue() { return due }
      return try store.freezes().contains(where: \.endsByItself)
        ? SystemClock.now + .minutes(1) : nil
    } catch {
      throw DeskFault(error)
    }
  }

  /// Brings the reply that has been due longest, or the one named, to its outcome.
  func step(_ item: OutboxID?) throws(DeskFault) -> StepOutcome { try post.step(item) }

  /// Has the reply under way put back before its permit.
  func stop() { stopping.request() }

  /// Puts back what this process holds without a permit.
  ///
  /// - Returns: Whether something has its permit already.
  func letGo() throws(DeskFault) -> Bool {
    var isCommitted = false
    for taken in try ledger.taken() where taken.owner == owner {
      do throws(DeskFault) {
        guard taken.state == .sending else { throw .overtaken }
        try ledger.release(taken.fence)
      } catch .overtaken {
        isCommitted = true
      }
    }
    return isCommitted
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

extension Departures {
  /// Looks what became of an uncertain reply, and records what is certain.
  ///
  /// - Returns: What was found, in words.
  func lookUp(_ item: OutboxID, at now: Instant) throws -> String {
    let store = ledger.store
    let attempt = Fence(item: item, number: try store.newestClaim(of: item))
    switch try trace(attempt) {
    case .left:
      try ledger.finish(attempt, .sent, at: now)
      return "it left: recorded as sent"
    case .stopped:
      try ledger.finish(attempt, .undone(reason: "looked up: it had not left"), at: now)
      return "it had not left, and cannot any more: it is held"
    case .unknown:
      let words =
        "its carrier keeps no trace: look into the mailbox, and at the messages in Seller Central"
      try store.keepEvidence(words, of: item)
      return words
    }
  }

  /// What cannot be asked is not known.
  private func trace(_ attempt: Fence) throws -> Trace {
    do throws(CarrierFault) {
      return try post.trace(attempt)
    } catch {
      throw Failure(.part, "it cannot be looked up: \(error.inWords)")
    }
  }
}

/// Says to whoever sends that it is to end.
private final class StopRequest: Sendable {
  private let isMade = Mutex(false)

  var isRequested: Bool { isMade.withLock(\.self) }

  func request() { isMade.withLock { $0 = true } }
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
