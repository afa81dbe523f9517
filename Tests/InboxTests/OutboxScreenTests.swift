import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Pictures of the outbox")
struct OutboxScreenTests {
  private func opened(
    _ keys: String = "", sending: SendingMode = .byHand,
    _ change: (inout FakeDesk) -> Void = { _ in }
  ) -> Driver {
    var desk = Sample.desk
    change(&desk)
    var driver = Driver(desk, settings: Sample.settings(sending: sending))
    driver.press("o" + keys)
    return driver
  }

  /// A worker that sends, with what it does at the moment.
  private static func worker(_ restsUntil: Instant? = nil, reason: String = "") -> LiveSender {
    LiveSender(
      name: "amends send (pid 812, ana)", isThisProgram: false, restsUntil: restsUntil,
      reason: reason)
  }

  @Test("Every state, by hand")
  func byHand() {
    Golden.check(opened(""), "outbox-by-hand")
  }

  @Test("A held reply with its reason, where replies leave by themselves")
  func held() {
    Golden.check(opened("jjjjj", sending: .inbox), "outbox-held")
  }

  @Test("A worker sends: tried again, leaving, and what has left today")
  func worker() {
    Golden.check(
      opened(sending: .worker) { desk in
        desk.sender = Self.worker()
        desk.outbox = [
          Sample.retried(2, again: .seconds(3 * 60 + 50)),
          Sample.outboxRow(Sample.item(4, .sending), "山田太郎"),
          Sample.ended(9, .sent, .minutes(2), "T. Berg"),
          Sample.ended(8, .failed, .minutes(14), "S. Haas", reason: "550 5.1.1 no such user"),
          Sample.ended(10, .sent, .hours(5), "U. Roth"),
        ]
      }, "outbox-worker")
  }

  @Test("A worker whose server takes nothing rests, and every inbox says so")
  func resting() {
    Golden.check(
      opened(sending: .worker) { desk in
        desk.sender = Self.worker(
          Sample.now + .minutes(20), reason: "connection refused by mail.example:465")
        desk.outbox = [
          Sample.retried(1, again: .minutes(2)), Sample.outboxRow(Sample.item(3, .queued)),
        ]
      }, "outbox-resting")
  }

  @Test("Nobody sends: what to do about it")
  func nobody() {
    Golden.check(
      opened("j", sending: .worker) { desk in
        desk.sender = nil
        desk.outbox = [
          Sample.outboxRow(Sample.item(3, .queued)), Sample.retried(11, again: .hours(4)),
        ]
      }, "outbox-nobody")
  }

  @Test("Replies that leave at a person's word")
  func manual() {
    Golden.check(
      opened("jj", sending: .manual) { $0.sender = nil }, "outbox-manual")
  }

  @Test("An uncertain reply with what was found out about it")
  func uncertain() {
    Golden.check(
      opened(sending: .worker) { desk in
        desk.sender = Self.worker()
        desk.outbox = [
          Sample.uncertainRow(
            since: .minutes(3), evidence: "a copy lies in the mailbox since 2026-11-27T13:58:10Z")
        ]
      }, "outbox-uncertain")
  }

  @Test("Nothing waits")
  func empty() {
    var driver = Driver(FakeDesk())
    driver.press("o")
    Golden.check(driver, "outbox-empty")
  }

  @Test("The text of a reply that a person sends")
  func handOver() {
    Golden.check(opened("jj<enter>"), "hand-over")
  }
}
