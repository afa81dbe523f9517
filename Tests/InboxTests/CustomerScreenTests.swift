import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Pictures of a customer")
struct CustomerScreenTests {
  private func opened(_ file: CustomerFile) -> Driver {
    var driver = Driver(Sample.desk(file))
    driver.press("<enter>")
    return driver
  }

  @Test("Every kind of entry on one line of time, while several limits hold")
  func everyEntry() {
    let other = Sample.review(
      2, "J. Rivera", stars: 3, title: "Lid does not close", age: .days(60), kind: .sellerFeedback)
    var second = other
    second.customer = CustomerID(1)
    let file = Sample.file(
      [Sample.review(1, "J. Rivera", age: .days(9), cause: .damaged), second],
      zone: "America/Los_Angeles", events: Sample.story, timeline: Sample.everyEntry,
      outbox: Sample.waiting(1, .queued, leavesIn: .minutes(6)))
    Golden.check(opened(file), "customer-every-entry")
  }

  @Test("The countdown, with what holds below")
  func cooling() {
    let file = Sample.file(
      [Sample.review(1, "J. Rivera", age: .days(9))], zone: "America/Los_Angeles",
      events: Sample.story)
    Golden.check(opened(file), "customer-cooling")
  }

  @Test("The clock of the person in the header, the limits of the order below")
  func orderLimits() {
    let events = [Sample.ago(.hours(30), .contacted, order: "114-7863528-5211001")]
    Golden.check(
      opened(Sample.file([Sample.review(1, "J. Rivera", age: .days(9))], events: events)),
      "customer-order-limits")
  }

  @Test("A message that waits for an answer")
  func due() {
    let events = [Sample.ago(.hours(30), .contacted), Sample.ago(.hours(3), .answered)]
    Golden.check(
      opened(Sample.file([Sample.review(1, "J. Rivera", age: .days(2))], events: events)),
      "customer-due")
  }

  @Test("Silence for good, with each reason")
  func never() {
    let events = [Sample.ago(.days(3), .optedOut), Sample.ago(.days(2), .complained)]
    Golden.check(
      opened(Sample.file([Sample.review(1, "", age: .days(4))], name: "", events: events)),
      "customer-never")
  }

  @Test("A hostile name and hostile entries")
  func hostile() {
    let review = Sample.hostile[0].review
    let entries = [
      TimelineEntry(
        kind: .contact(EventID(1), .answered), at: Sample.now - .hours(1),
        text: "\u{1B}[2Jcleared\u{202E}?\nsecond line", actor: "\u{9B}31m", channel: "\u{7}bell")
    ]
    Golden.check(
      opened(Sample.file([review], name: "\u{1B}]2;x\u{7}山田", timeline: entries)),
      "customer-hostile")
  }

  @Test("A customer that is being read")
  func loading() {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.isAnswering = false
    driver.press("<enter>")
    Golden.check(driver, "customer-loading", sizes: [Golden.sizes[0]])
  }
}
