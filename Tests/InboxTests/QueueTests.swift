import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Queueing a reply")
struct QueueTests {
  private func file(_ events: [ContactEvent], zone: String? = nil) -> CustomerFile {
    Sample.file([Sample.review(1, "J. Rivera")], zone: zone, events: events)
  }

  @Test(
    "A draft without findings to a person who may be written to is queued, to leave after the undo time"
  )
  func pass() throws {
    var driver = Sample.composing(SampleDraft.clean)
    driver.press("<ctrl-s>")
    let item = try #require(driver.queued.first)
    #expect(item.text == SampleDraft.clean)
    #expect(item.leavesAt == Sample.now + .seconds(30))
    #expect(item.queuedAt == Sample.now)
    #expect(item.queuedBy == "amy")
    #expect(item.recipient == "buyer1@marketplace.amazon.com")
    #expect(item.order == "114-7863528-5211001")
    #expect(item.acceptedWarnings.isEmpty)
    #expect(item.isProactive)
    #expect(item.heardUntil == nil)
    #expect(driver.top == "list")
    #expect(driver.status == "queued: leaves in 00:00:30 · u recalls it · o shows the outbox")
  }

  @Test("A blocked draft is refused, whatever is pressed")
  func blocked() {
    var driver = Sample.composing(SampleDraft.blocked)
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status == "BLOCKED by 1 finding: ctrl-n shows")
    driver.press("<ctrl-s>W<ctrl-s>y")
    #expect(driver.queued.isEmpty)
    #expect(driver.top == "composer")
  }

  @Test("A warning wants one deliberate key, which is recorded")
  func warned() throws {
    var driver = Sample.composing(SampleDraft.warned)
    #expect(driver.press("<ctrl-s>") == [])
    #expect(driver.press("y") == [.bell])
    #expect(driver.press("<enter>") == [.bell])
    driver.press("W")
    let item = try #require(driver.queued.first)
    #expect(item.acceptedWarnings == ["no.remedy"])
    #expect(driver.queued.count == 1)
  }

  @Test("Escape leaves the reply a draft")
  func notAccepted() {
    var driver = Sample.composing(SampleDraft.warned)
    driver.press("<ctrl-s><escape>")
    #expect(driver.queued.isEmpty)
    #expect(driver.top == "composer")
  }

  @Test("While a cooldown runs it offers to queue for its end")
  func cooling() throws {
    var driver = Sample.composing(
      SampleDraft.clean, file: file([Sample.ago(.hours(60), .contacted)]))
    driver.press("<ctrl-s>")
    #expect(driver.text.contains("It would leave Sat 08:00."))
    driver.press("y")
    let item = try #require(driver.queued.first)
    #expect(item.leavesAt == Sample.instant("2026-11-28T08:00:00Z"))
  }

  @Test("Quiet hours of the customer delay, on the customer's clock")
  func quiet() throws {
    var driver = Sample.composing(
      SampleDraft.clean, file: file([], zone: "America/Los_Angeles"))
    driver.press("<ctrl-s>y")
    #expect(driver.queued.first?.leavesAt == Sample.instant("2026-11-27T16:00:00Z"))
  }

  @Test("A cooldown that ends before the undo time does not shorten it")
  func undoTimeHolds() {
    var driver = Sample.composing(
      SampleDraft.clean, file: file([Sample.ago(.seconds(72 * 3600 - 10), .contacted)]))
    driver.press("<ctrl-s>y")
    #expect(driver.queued.first?.leavesAt == Sample.now + .seconds(30))
  }

  /// A composer with a draft whose customer has this story by the time it is to be queued.
  private func meanwhile(_ events: [ContactEvent]) -> Driver {
    var driver = Sample.composing(SampleDraft.clean, file: file([]))
    driver.answer(.customer(CustomerID(1), file(events)))
    return driver
  }

  @Test(
    "Who must never be written to is not, even where it came about meanwhile, and the reason is told",
    arguments: [
      (ContactEventKind.optedOut, "they opted out"), (.doNotContact, "marked do not contact"),
      (.complained, "they complained to the marketplace"),
    ])
  func never(kind: ContactEventKind, reason: String) {
    var driver = meanwhile([Sample.ago(.days(1), kind)])
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status.hasPrefix("not allowed: \(reason)"))
    #expect(driver.queued.isEmpty)
  }

  @Test("Two unanswered messages are the last ones until they write")
  func unanswered() {
    let events = [Sample.ago(.days(9), .contacted), Sample.ago(.days(5), .contacted)]
    var driver = meanwhile(events)
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status.contains("silence until they write"))
  }

  @Test("The limits of the order hold a reply that answers nothing")
  func orderLimits() {
    let order = "114-7863528-5211001"
    let late = [Sample.ago(.days(40), .orderCompleted, order: order)]
    var driver = meanwhile(late)
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status == "not allowed: the order was completed more than 30 d ago")
    let once = [Sample.ago(.days(10), .contacted, order: order)]
    driver = meanwhile(once)
    driver.press("<ctrl-s>")
    #expect(driver.status == "not allowed: this order has had its one proactive message")
  }

  @Test("The answer to their message is held by none of these, and says which it heard")
  func answering() throws {
    let events = [
      Sample.ago(.days(40), .orderCompleted, order: "114-7863528-5211001"),
      Sample.ago(.days(9), .contacted), Sample.ago(.hours(30), .contacted),
      Sample.ago(.hours(2), .answered),
    ]
    var driver = Sample.composing(SampleDraft.clean, file: file(events))
    driver.press("<ctrl-s>")
    let item = try #require(driver.queued.first)
    #expect(!item.isProactive)
    #expect(item.heardUntil == Sample.now - .hours(2))
  }

  @Test("Where a reply waits already, another one does not join it")
  func live() {
    var file = file([])
    file.outbox = Sample.waiting(1, .queued)
    var driver = Sample.composing(SampleDraft.clean, file: file)
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status == "a reply to this customer is already queued: o shows the outbox")
  }

  @Test("What the desk refuses stays a draft, with the reason")
  func refused() {
    var driver = Sample.composing(SampleDraft.clean)
    driver.desk.refusal = "they wrote just now"
    driver.press("<ctrl-s>")
    #expect(driver.status == "they wrote just now")
    #expect(driver.top == "composer")
  }

  @Test("An emptied draft cannot be queued")
  func emptied() {
    var driver = Sample.composing("x")
    driver.press("<backspace>")
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status == "write something first")
  }
}
