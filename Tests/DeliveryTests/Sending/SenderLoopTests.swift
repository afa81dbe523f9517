import AmendsPolicy
import Ledger
import Testing

@testable import Delivery

@Suite("What a sender does next")
struct SenderLoopTests {
  private let now = Sample.now
  private var later: Instant { now + .hours(1) }
  private let refused = StepOutcome.unreached(Sample.id, reason: "connection refused")

  /// A loop that has taken in some news, with what it ordered after each.
  private func follow(
    _ purpose: SenderLoop.Purpose,
    _ news: [SenderLoop.News],
    at now: Instant? = nil
  ) -> (loop: SenderLoop, orders: [SenderLoop.Order]) {
    var loop = SenderLoop(purpose)
    var orders = [loop.next(at: now ?? self.now)]
    for piece in news {
      loop.note(piece, at: now ?? self.now)
      orders.append(loop.next(at: now ?? self.now))
    }
    return (loop, orders)
  }

  private func orders(
    _ purpose: SenderLoop.Purpose,
    _ news: SenderLoop.News...
  ) -> [SenderLoop.Order] { follow(purpose, news).orders }

  @Test("staying: lock, recover, look, send what is due, look again, wait for the next")
  func staying() {
    #expect(
      orders(
        .staying, .locked, .recovered, .nextDue(now), .stepped(.sent(Sample.id)),
        .nextDue(later), .deskChanged, .nextDue(nil))
        == [
          .takeLock, .recover, .look, .step, .look, .wait(until: later), .look, .wait(until: nil),
        ])
  }

  @Test("when the time has come it sends without another look")
  func due() {
    var (loop, _) = follow(.staying, [.locked, .recovered, .nextDue(later)])
    #expect(loop.next(at: later - Span(milliseconds: 1)) == .wait(until: later))
    #expect(loop.next(at: later) == .step)
    #expect(loop.next(at: later) == .wait(until: nil))
  }

  @Test("a second sender stands by, and goes on when the lock is free")
  func standby() {
    #expect(
      orders(.staying, .lockedByOther, .deskChanged, .urged, .locked)
        == [
          .takeLock, .wait(until: nil), .wait(until: nil), .wait(until: nil), .recover,
        ])
  }

  @Test("once: it sends what is due and ends, or ends at once where another sends")
  func once() {
    #expect(
      orders(
        .allDue, .locked, .recovered, .nextDue(now), .stepped(.sent(Sample.id)), .nextDue(later))
        == [.takeLock, .recover, .look, .step, .look, .end(.done)])
    #expect(orders(.allDue, .lockedByOther).last == .end(.otherSends))
    #expect(orders(.allDue, .locked, .recovered, .nextDue(nil)).last == .end(.done))
  }

  @Test("one item: it is sent whatever else is due")
  func one() {
    #expect(
      orders(.one(Sample.id), .locked, .recovered, .stepped(.sent(Sample.id)))
        == [.takeLock, .recover, .step, .end(.done)])
    #expect(orders(.one(Sample.id), .lockedByOther).last == .end(.otherSends))
  }

  @Test("while the server takes nothing it waits for the end of the rest, and tries one then")
  func resting() throws {
    var (loop, orders) = follow(
      .staying,
      [
        .locked, .recovered, .nextDue(now), .stepped(refused), .nextDue(now), .stepped(refused),
        .nextDue(now),
      ])
    let until = try #require(loop.pause.until)
    #expect(orders.suffix(5) == [.step, .look, .step, .look, .wait(until: until)])
    #expect(loop.next(at: until) == .step)
    loop.note(.stepped(refused), at: until)
    #expect(loop.next(at: until) == .look)
    loop.note(.nextDue(now), at: until)
    let second = try #require(loop.pause.until)
    #expect(loop.next(at: until) == .wait(until: second))
    loop.note(.urged, at: until)
    #expect(loop.next(at: until) == .look)
    loop.note(.nextDue(now), at: until)
    #expect(loop.next(at: until) == .step)
  }

  @Test("once: a server that takes nothing ends it")
  func unreachable() {
    #expect(
      orders(
        .allDue, .locked, .recovered, .nextDue(now), .stepped(refused), .nextDue(now),
        .stepped(refused), .nextDue(now)
      ).last == .end(.unreachable("connection refused")))
  }

  @Test("a desk that fails is taken up again after a rest; once, it ends")
  func deskFault() throws {
    var (loop, orders) = follow(
      .staying, [.locked, .recovered, .nextDue(now), .failed("the disk is full")])
    let until = try #require(loop.pause.until)
    #expect(orders.last == .wait(until: until))
    #expect(loop.next(at: until) == .recover)
    loop.note(.mustStop, at: now)
    #expect(loop.next(at: now) == .end(.failed("the disk is full")))
    #expect(self.orders(.allDue, .locked, .failed("full")).last == .end(.failed("full")))
  }

  @Test("asked to stop, it ends at once where nothing is under way")
  func stopIdle() {
    let before: [[SenderLoop.News]] = [
      [], [.lockedByOther], [.locked], [.locked, .recovered],
      [.locked, .recovered, .nextDue(later)],
      [.locked, .recovered, .nextDue(now), .stepped(.sent(Sample.id))],
    ]
    for news in before {
      #expect(follow(.staying, news + [.mustStop]).orders.last == .end(.stopped))
    }
  }

  @Test("without the lock nothing is recovered, whatever fails")
  func lockFault() {
    #expect(orders(.staying, .failed("no locks")).last == .end(.failed("no locks")))
    #expect(
      orders(.staying, .lockedByOther, .failed("no locks")).last == .end(.failed("no locks")))
  }

  private func stopped() -> SenderLoop {
    follow(.staying, [.locked, .recovered, .nextDue(now), .mustStop]).loop
  }

  @Test("asked to stop, a step may go on for a while, and is let go then")
  func stopUnderWay() {
    var loop = stopped()
    let end = now + SenderLoop.grace
    #expect(loop.next(at: now) == .wait(until: end))
    #expect(loop.next(at: end) == .letGo)
    loop.note(.letGo(isCommitted: false), at: end)
    #expect(loop.next(at: end) == .end(.stopped))
  }

  @Test("asked to stop, a step that ends in its time is the last")
  func stopInTime() {
    var loop = stopped()
    loop.note(.stepped(.released(Sample.id)), at: now)
    #expect(loop.next(at: now) == .end(.stopped))
  }

  @Test("asked to stop, an item with a permit is waited for, not for ever")
  func stopCommitted() {
    var loop = stopped()
    let end = now + SenderLoop.patience
    loop.note(.letGo(isCommitted: true), at: now)
    #expect(loop.next(at: now) == .wait(until: end))
    #expect(loop.next(at: end) == .end(.inFlight))
    loop.note(.stepped(.sent(Sample.id)), at: now)
    #expect(loop.next(at: now) == .end(.stopped))
  }

  @Test("asked twice changes nothing")
  func stopTwice() {
    var loop = stopped()
    loop.note(.mustStop, at: now + .seconds(1))
    #expect(loop.next(at: now + .seconds(1)) == .wait(until: now + SenderLoop.grace))
  }
}
