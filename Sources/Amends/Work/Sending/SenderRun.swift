import AmendsPolicy
import Delivery
import Dispatch
import Glibc
import Ledger
import Synchronization
import Terminal

/// Carries out what a `SenderLoop` orders: the part of a sender that touches the world.
///
/// The thread that runs it sleeps until there is news, the time that a reply is due included; a reply is brought to its outcome on
/// a thread of its own, so that the sender can be stopped meanwhile.
final class SenderRun: Sendable {
  /// What is worth telling while it runs.
  enum Notice: Sendable {
    /// Another sends; this one stands by.
    case standsBy(SenderRecord?)
    /// The other has ended; this one sends now.
    case takesOver
    /// A reply came to an outcome.
    case stepped(StepOutcome)
    /// The server takes nothing, and the sender rests.
    case rests(until: Instant, reason: String)
  }

  private let purpose: SenderLoop.Purpose
  private let departures: Departures
  private let lock: SenderLock
  private let program: String
  private let agent: String
  private let tell: @Sendable (Notice) -> Void
  private let news: Mailbox<SenderLoop.News>
  private let alarm: WallAlarm
  private let steps = DispatchQueue(label: "amends.sending", qos: .userInitiated)
  private let isStepping = Mutex(false)

  /// A sender that has not begun.
  ///
  /// - Parameters:
  ///   - purpose: What it is there for.
  ///   - departures: How replies leave.
  ///   - lock: The desk's lock for senders.
  ///   - program: What others are told that sends, such as `amends send`.
  ///   - agent: Who started it.
  ///   - tell: Is told what happens, on any thread.
  /// - Throws: `TerminalError` where the process has no descriptors left.
  init(
    _ purpose: SenderLoop.Purpose,
    departures: Departures,
    lock: SenderLock,
    program: String,
    agent: String,
    tell: @escaping @Sendable (Notice) -> Void
  ) throws {
    self.purpose = purpose
    self.departures = departures
    self.lock = lock
    self.program = program
    self.agent = agent
    self.tell = tell
    let news = try Mailbox<SenderLoop.News>()
    self.news = news
    alarm = WallAlarm { news.post(.timeCame) }
  }

  /// Whether a reply is on its way at this moment.
  var isUnderWay: Bool { isStepping.withLock(\.self) }

  /// Who sends at this moment; `nil` where nobody does.
  var holder: SenderRecord? { lock.holder }

  /// Has it look at the desk again.
  func noteDeskChanged() { news.post(.deskChanged) }

  /// Has it try again at once.
  func urge() { news.post(.urged) }

  /// Has it end soon: the reply under way is put back, or finished where it has its permit.
  func stop() {
    departures.stop()
    news.post(.mustStop)
  }

  /// Sends until it is done or stopped.
  func run() -> SenderLoop.Ending {
    var loop = SenderLoop(purpose)
    var record = SenderRecord(
      program: program, identity: departures.owner, agent: agent, since: SystemClock.now)
    while true {
      let now = SystemClock.now
      for piece in news.drain() { loop.note(piece, at: now) }
      note(loop.pause, in: &record)
      switch loop.next(at: now) {
      case .wait(let until): wait(until: until)
      case .step: begin()
      case .end(let ending):
        end(ending)
        return ending
      case .takeLock: loop.note(takeLock(), at: now)
      case .recover: loop.note(recover(&record, at: now), at: now)
      case .look:
        loop.note(attempt { () throws(DeskFault) in .nextDue(try departures.nextDue()) }, at: now)
      case .letGo:
        loop.note(
          attempt { () throws(DeskFault) in .letGo(isCommitted: try departures.letGo()) }, at: now)
      }
    }
  }

  private func wait(until: Instant?) {
    alarm.set(until)
    var waited = pollfd(fd: news.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&waited, 1, -1)
  }

  private func begin() {
    let item: OutboxID? = if case .one(let item) = purpose { item } else { nil }
    isStepping.withLock { $0 = true }
    steps.async {
      let outcome = self.attempt { () throws(DeskFault) in .stepped(try self.departures.step(item))
      }
      if case .stepped(let outcome) = outcome, outcome != .idle { self.tell(.stepped(outcome)) }
      self.isStepping.withLock { $0 = false }
      self.news.post(outcome)
    }
  }

  private func attempt(
    _ work: () throws(DeskFault) -> SenderLoop.News
  ) -> SenderLoop.News {
    do throws(DeskFault) {
      return try work()
    } catch {
      return .failed(error.inWords)
    }
  }

  /// Where another has the lock, a thread of its own waits for it.
  private func takeLock() -> SenderLoop.News {
    do throws(Failure) {
      if try lock.take() { return .locked }
    } catch {
      return .failed(error.message)
    }
    if purpose == .staying {
      tell(.standsBy(lock.holder))
      DispatchQueue(label: "amends.standby", qos: .utility).async { self.standBy() }
    }
    return .lockedByOther
  }

  private func standBy() {
    do throws(Failure) {
      try lock.wait()
      tell(.takesOver)
      news.post(.locked)
    } catch {
      news.post(.failed(error.message))
    }
  }

  /// The holder before has ended, or the kernel would not have freed its lock, even where its process is
  /// still to be seen; what this process held is not under way any more.
  private func recover(_ record: inout SenderRecord, at now: Instant) -> SenderLoop.News {
    let before = lock.record.map { [$0.identity] } ?? []
    record.since = now
    lock.tell(record)
    return attempt { () throws(DeskFault) in
      try departures.recover(at: now, knownGone: Set(before + [departures.owner]))
      return .recovered
    }
  }

  /// Says in the lock file, and to whoever listens, when the sender begins or ends to rest.
  private func note(_ pause: SenderPause, in record: inout SenderRecord) {
    guard pause.until != record.restsUntil else { return }
    (record.restsUntil, record.reason) = (pause.until, pause.until == nil ? "" : pause.reason)
    lock.tell(record)
    if let until = pause.until { tell(.rests(until: until, reason: pause.reason)) }
  }

  /// While the reply under way may still leave, the lock is the kernel's to free with this process.
  private func end(_ ending: SenderLoop.Ending) {
    switch ending {
    case .done, .stopped, .unreachable: lock.release(isClean: true)
    case .failed: lock.release(isClean: false)
    case .inFlight, .otherSends: break
    }
  }
}
