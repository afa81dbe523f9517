import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Pictures of the outbox")
struct OutboxScreenTests {
  private func opened(_ keys: String, byHand: Bool = true) -> Driver {
    var driver = Driver(Sample.desk, settings: Sample.settings(leavesByHand: byHand))
    driver.press("o" + keys)
    return driver
  }

  @Test("Every state, by hand")
  func byHand() {
    Golden.check(opened(""), "outbox-by-hand")
  }

  @Test("A held reply with its reason, where replies leave by themselves")
  func held() {
    Golden.check(opened("jjjjj", byHand: false), "outbox-held")
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
