public import AmendsPolicy
public import Ledger

/// Decides what a sender does next, from values alone.
///
/// A runner carries out each ``Order`` and tells what came of it as ``News``; only `step` takes its time, and
/// the runner goes on listening meanwhile. One sender of a desk holds the lock; the others stand by.
public struct SenderLoop: Hashable, Sendable {
  /// What the sender is there for.
  public enum Purpose: Hashable, Sendable {
    /// To let what is due leave for as long as the program runs.
    case staying
    /// To let leave what is due now.
    case allDue
    /// To let one item leave.
    case one(OutboxID)
  }

  /// What the runner is to do.
  public enum Order: Hashable, Sendable {
    /// Try to take the desk's lock for senders.
    case takeLock
    /// Bring what earlier senders held to where it can go on.
    case recover
    /// Ask the desk when the next item is due.
    case look
    /// Begin to bring the item that has been due longest, or the one asked for, to its outcome.
    case step
    /// Do nothing until an instant, or until there is news; `nil` is for ever.
    case wait(until: Instant?)
    /// Put back the item under way, where it has no permit yet.
    case letGo
    /// Stop.
    case end(Ending)
  }

  /// Why a sender has ended.
  public enum Ending: Hashable, Sendable {
    /// Everything that it was there for is done.
    case done
    /// It was asked to stop, and holds nothing any more.
    case stopped
    /// It was asked to stop, and nobody knows yet whether the reply under way left.
    case inFlight
    /// Another sender is at work.
    case otherSends
    /// The server takes nothing from anybody, with what it says.
    case unreachable(String)
    /// The desk cannot be read or written, with what it says.
    case failed(String)
  }

  /// What the runner has to tell.
  public enum News: Hashable, Sendable {
    /// The lock is taken: this is the desk's sender now.
    case locked
    /// Another sender has the lock.
    case lockedByOther
    /// What earlier senders held is taken up.
    case recovered
    /// When the next item is due; `nil` where none is queued.
    case nextDue(Instant?)
    /// A step has ended.
    case stepped(StepOutcome)
    /// The item under way was put back, or has its permit already.
    case letGo(isCommitted: Bool)
    /// The desk could not be read or written.
    case failed(String)
    /// The instant has come until which it waited.
    case timeCame
    /// Somebody changed the desk.
    case deskChanged
    /// A person asks for another try at once.
    case urged
    /// The sender is to stop.
    case mustStop
  }

  private enum Phase: Hashable {
    case outside
    case standingBy
    case recovering
    case looking
    case waiting(nextDue: Instant?)
    case ready
    case stepping
    case ended(Ending)
  }

  /// How far stopping is, while a step is under way.
  private struct Stop: Hashable {
    var askedAt: Instant
    var isCommitted: Bool?
  }

  /// How long a step may go on when the sender is to stop, before the item is put back.
  static let grace = Span.seconds(2)
  /// How long an item with a permit may take to its outcome when the sender is to stop.
  static let patience = Span.seconds(30)

  private let purpose: Purpose
  private var phase = Phase.outside
  private var stop: Stop?
  /// The rest that the sender takes.
  public private(set) var pause = SenderPause()

  /// A sender that has not begun.
  public init(_ purpose: Purpose) { self.purpose = purpose }

  /// What to do at an instant; `step` counts as begun.
  public mutating func next(at now: Instant) -> Order {
    if let stop { return stopping(stop, at: now) }
    switch phase {
    case .outside: return .takeLock
    case .standingBy, .stepping: return .wait(until: nil)
    case .recovering: return pause.holds(at: now) ? .wait(until: pause.until) : .recover
    case .looking: return .look
    case .waiting(let due): return wait(for: due, at: now)
    case .ready:
      phase = .stepping
      return .step
    case .ended(let ending): return .end(ending)
    }
  }

  private mutating func wait(for due: Instant?, at now: Instant) -> Order {
    guard let due else { return purpose == .staying ? .wait(until: nil) : .end(.done) }
    let begin = max(due, pause.until ?? due)
    if begin <= now {
      phase = .stepping
      return .step
    }
    if purpose == .staying { return .wait(until: begin) }
    return .end(due <= now ? .unreachable(pause.reason) : .done)
  }

  /// An item without a permit is put back once the step has had its time; one with a permit is waited for.
  private func stopping(_ stop: Stop, at now: Instant) -> Order {
    guard phase == .stepping else {
      return .end(phase == .recovering && !pause.reason.isEmpty ? .failed(pause.reason) : .stopped)
    }
    switch stop.isCommitted {
    case nil where now < stop.askedAt + Self.grace: return .wait(until: stop.askedAt + Self.grace)
    case nil: return .letGo
    case false: return .end(.stopped)
    case true:
      let end = stop.askedAt + Self.patience
      return now < end ? .wait(until: end) : .end(.inFlight)
    }
  }

  /// Takes in what has happened.
  public mutating func note(_ news: News, at now: Instant) {
    switch news {
    case .locked: phase = .recovering
    case .lockedByOther: phase = purpose == .staying ? .standingBy : .ended(.otherSends)
    case .recovered: phase = isForOne ? .ready : .looking
    case .nextDue(let due): phase = .waiting(nextDue: due)
    case .stepped(let outcome):
      pause.note(outcome, at: now)
      phase = isForOne ? .ended(.done) : .looking
    case .letGo(let isCommitted): stop?.isCommitted = isCommitted
    case .failed(let words): fail(words, at: now)
    case .timeCame: break
    case .deskChanged: lookAgain()
    case .urged:
      pause.lift()
      lookAgain()
    case .mustStop: if stop == nil { stop = Stop(askedAt: now) }
    }
  }

  private var isForOne: Bool { if case .one = purpose { true } else { false } }

  private mutating func lookAgain() {
    if case .waiting = phase { phase = .looking }
  }

  /// After a fault of the desk nobody knows how far the item under way is: recovery finds out, where this
  /// is the desk's sender.
  private mutating func fail(_ words: String, at now: Instant) {
    guard purpose == .staying, phase != .outside, phase != .standingBy else {
      phase = .ended(.failed(words))
      return
    }
    pause.note(desk: words, at: now)
    phase = .recovering
  }
}
