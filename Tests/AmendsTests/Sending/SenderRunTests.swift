import AmendsPolicy
import Delivery
import Dispatch
import Ledger
import Store
import Synchronization
import Testing

@testable import Amends

/// A sender that is stopped in the midst of its work, with a carrier that waits at a gate.
@Suite("A sender that is stopped", .serialized)
struct SenderRunTests {
  private let outgoing: Outgoing
  private let id: OutboxID

  init() throws {
    let outgoing = try Outgoing()
    id = try outgoing.queue(1)
    self.outgoing = outgoing
  }

  private func run(_ carrier: GatedCarrier) throws -> SenderRun {
    let check = PolicyCheck(
      wording: LateWording(folder: outgoing.desk.path("packs"), cache: outgoing.desk.path("cache")),
      reader: LateReader(files: [], mode: .off), profile: .default, store: outgoing.store)
    return try SenderRun(
      .staying, departures: Departures(store: outgoing.store, check: check, carrier: carrier),
      lock: try SenderLock(outgoing.desk.path("sender.lock")), program: "test", agent: "ana",
      tell: { _ in })
  }

  /// Starts a sender on a thread of its own; its end can be waited for.
  private func start(_ run: SenderRun) -> @Sendable () -> SenderLoop.Ending? {
    let box = Box()
    let end = DispatchSemaphore(value: 0)
    DispatchQueue(label: "test.sender").async {
      box.set(run.run())
      end.signal()
    }
    return {
      end.wait()
      return box.value
    }
  }

  @Test("before the permit the reply is put back, even while its server says nothing")
  func beforePermit() throws {
    let carrier = GatedCarrier(stopsAt: .prepare)
    let run = try run(carrier)
    let end = start(run)
    carrier.waitUntilReached()
    #expect(try outgoing.state(id) == .sending)
    run.stop()
    #expect(end() == .stopped)
    #expect(try outgoing.state(id) == .queued)
    carrier.open()
    carrier.waitUntilDiscarded()
    #expect(carrier.hasLeft == false)
    #expect(try outgoing.state(id) == .queued)
    #expect(run.holder == nil)
  }

  @Test("after the permit the reply is finished")
  func afterPermit() throws {
    let carrier = GatedCarrier(stopsAt: .leave)
    let run = try run(carrier)
    let end = start(run)
    carrier.waitUntilReached()
    #expect(try outgoing.state(id) == .committing)
    #expect(run.holder?.name.hasPrefix("test (pid ") == true)
    run.stop()
    carrier.open()
    #expect(end() == .stopped)
    #expect(try outgoing.state(id) == .sent)
  }
}

/// A value that two threads share.
private final class Box: Sendable {
  private let ending = Mutex<SenderLoop.Ending?>(nil)

  var value: SenderLoop.Ending? { ending.withLock(\.self) }

  func set(_ value: SenderLoop.Ending) { ending.withLock { $0 = value } }
}

/// A carrier that waits at one of its two steps until the test lets it go on.
private final class GatedCarrier: Carrier {
  enum Step { case prepare, leave }

  private let gate: Step
  private let reached = DispatchSemaphore(value: 0)
  private let opened = DispatchSemaphore(value: 0)
  private let discarded = DispatchSemaphore(value: 0)
  private let left = Mutex(false)

  init(stopsAt gate: Step) { self.gate = gate }

  var hasLeft: Bool { left.withLock(\.self) }

  func waitUntilReached() { reached.wait() }

  func open() { opened.signal() }

  func waitUntilDiscarded() { discarded.wait() }

  private func pass(_ step: Step) {
    guard step == gate else { return }
    reached.signal()
    opened.wait()
  }

  func prepare(
    _ letter: Letter,
    as attempt: Fence,
    at now: Instant
  ) throws(CarrierFault) -> Message {
    pass(.prepare)
    return Message(carrier: self)
  }

  func trace(_ attempt: Fence) throws(CarrierFault) -> Trace { .unknown }

  struct Message: ReadyMessage {
    let carrier: GatedCarrier

    func leave() -> Outcome {
      carrier.pass(.leave)
      carrier.left.withLock { $0 = true }
      return .sent
    }

    func discard() { carrier.discarded.signal() }
  }
}
