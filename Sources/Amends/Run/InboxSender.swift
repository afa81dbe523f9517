import AmendsPolicy
import Delivery
import Dispatch
import Inbox
import Ledger
import Synchronization
import Terminal

/// How an inbox lets replies leave: by itself, at a person's word, or not at all.
final class InboxSender: Sendable {
  /// The name under which others see it.
  private static let program = "amends"

  /// Who lets replies leave here.
  let mode: SendingMode
  private let departures: Departures
  private let lock: SenderLock
  private let agent: String
  private let mailbox: Mailbox<Event>
  private let state = Mutex(State())
  private let runs = DispatchQueue(label: "amends.sender", qos: .userInitiated)

  private struct State {
    var run: SenderRun?
    var isStopped = false
    /// How many replies came to an outcome since it was begun.
    var steps = 0
  }

  /// The sender of an inbox, which has not begun.
  init(
    mode: SendingMode,
    departures: Departures,
    lock: SenderLock,
    agent: String,
    mailbox: Mailbox<Event>
  ) {
    self.mode = mode
    self.departures = departures
    self.lock = lock
    self.agent = agent
    self.mailbox = mailbox
  }

  /// Who sends at this desk; `nil` where nobody does.
  var live: LiveSender? { lock.holder?.seen(by: departures.owner) }

  /// Begins to send, where this inbox sends by itself.
  func start() {
    if mode == .inbox { send(.staying) }
  }

  /// Has the sender look at the desk again, where it is at work.
  func noteDeskChanged() { state.withLock { $0.run?.noteDeskChanged() } }

  /// Has the sender try again at once, whatever its server said.
  func urge() { state.withLock { $0.run?.urge() } }

  /// Sends, for as long as the inbox is open or what a person says must leave; one such task after another.
  func send(_ purpose: SenderLoop.Purpose) {
    runs.async {
      self.state.withLock { $0.steps = 0 }
      do {
        let run = try SenderRun(
          purpose, departures: self.departures, lock: self.lock, program: Self.program,
          agent: self.agent, tell: { self.tell($0) })
        guard self.take(run) else { return }
        self.tell(run.run(), of: purpose)
        self.state.withLock { $0.run = nil }
      } catch {
        self.mailbox.post(.answered(.failed("nothing can be sent: \(error)")))
      }
    }
  }

  /// Notes what is at work; `false` where nothing may begin any more.
  private func take(_ run: SenderRun) -> Bool {
    state.withLock { state in
      if !state.isStopped { state.run = run }
      return !state.isStopped
    }
  }

  /// Whether a reply is on its way at this moment.
  var isUnderWay: Bool { state.withLock { $0.run?.isUnderWay ?? false } }

  /// Puts the reply under way back, or waits until it has left, for a bounded time.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      state.run?.stop()
    }
    runs.sync {}
  }

  private func tell(_ notice: SenderRun.Notice) {
    guard case .stepped(let outcome) = notice else { return }
    state.withLock { $0.steps += 1 }
    mailbox.post(.answered(.told(outcome.inWords, isGood: !outcome.isFailure)))
  }

  private func tell(_ ending: SenderLoop.Ending, of purpose: SenderLoop.Purpose) {
    switch ending {
    case .done where purpose == .allDue && state.withLock(\.steps) == 0:
      mailbox.post(.answered(.told("nothing is due", isGood: true)))
    case .done, .stopped, .inFlight: break
    case .otherSends:
      mailbox.post(
        .answered(.failed("\(live?.name ?? "another program") sends: it leaves by itself")))
    case .unreachable(let reason):
      mailbox.post(.answered(.failed("the server takes nothing: \(reason)")))
    case .failed(let words): mailbox.post(.answered(.failed("nothing can leave: \(words)")))
    }
  }
}
