import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Snoozing reviews")
struct SnoozeTests {
  private static let monday = Sample.instant("2026-11-30T09:00:00Z")

  private func desk(_ snoozes: Snooze?..., events: [ContactEvent] = []) -> FakeDesk {
    var desk = FakeDesk()
    desk.rows = snoozes.enumerated().map { index, snooze in
      var review = Sample.review(Int64(index + 1), "Buyer \(index + 1)")
      review.snooze = snooze
      return Sample.row(review, events: events, units: [90 - index])
    }
    for row in desk.rows { desk.files[row.customer.id] = Sample.file(of: row) }
    return desk
  }

  private func snooze(_ snooze: Snooze?, _ reviews: Int64...) -> Effect {
    .setSnoozes(Dictionary(uniqueKeysWithValues: reviews.map { (ReviewID($0), snooze) }))
  }

  @Test("What is typed is shown as it is meant, at once")
  func echo() {
    var driver = Driver(desk(nil))
    driver.press("z")
    #expect(driver.text.contains("3d · 2h · 2w · tomorrow"))
    driver.press("m")
    #expect(driver.text.contains("3d · 2h · 2w · tomorrow"))
    driver.press("on")
    #expect(driver.rows[22].contains("until Mon 30 Nov 09:00, or until they write"))
    driver.press(" 14:30")
    #expect(driver.rows[22].contains("until Mon 30 Nov 14:30, or until they write"))
    driver.press("<ctrl-u>after reply")
    #expect(driver.rows[22] == " until they write")
    driver.press("<ctrl-u>soon")
    #expect(driver.text.contains("3d · 2h · 2w · tomorrow"))
  }

  @Test("Enter snoozes, and undoing wakes")
  func take() {
    var driver = Driver(desk(nil, nil))
    #expect(driver.press("zmon<enter>") == [snooze(.until(Self.monday), 1)])
    #expect(driver.status == "snoozed 1 · u undoes it")
    #expect(driver.press("u") == [snooze(nil, 1)])
    #expect(driver.press("zreply<enter>") == [snooze(.untilTheyWrite, 1)])
  }

  @Test("It is done to all marked, which are marked no more")
  func marked() {
    var driver = Driver(desk(nil, nil, nil))
    driver.press("xxz")
    #expect(driver.rows.last == " Snooze 2:")
    #expect(driver.press("3d<enter>") == [snooze(.until(Self.monday), 1, 2)])
    #expect(driver.inbox.list.marked.isEmpty)
  }

  @Test("With a customer it is done to the review that is open")
  func customer() {
    var driver = Driver(desk(nil, nil))
    driver.press("j<enter>")
    #expect(driver.press("z2d<enter>").contains(snooze(.until(Self.monday - .days(1)), 2)))
    #expect(driver.top == "customer")
  }

  @Test("What says no time, or one that is over, stays open with the reason")
  func faults() {
    var driver = Driver(desk(nil))
    #expect(driver.press("zsoon<enter>") == [.bell])
    #expect(driver.text.contains("! write it like 3d, 2h, 2w"))
    driver.press("<ctrl-u>today 9<enter>")
    #expect(driver.text.contains("! that has passed"))
    driver.press("<ctrl-u>2028-01-01<enter>")
    #expect(driver.text.contains("more than a year away"))
    #expect(driver.press("<ctrl-u><enter>") == [.bell])
    #expect(driver.press("<escape>") == [])
    #expect(driver.top == "list")
  }

  @Test("The time that was shown is taken, unless it has come meanwhile")
  func shownTime() {
    var driver = Driver(desk(nil))
    driver.press("z2h")
    driver.wait(.minutes(5))
    var late = driver
    #expect(driver.press("<enter>") == [snooze(.until(Sample.now + .hours(2)), 1)])
    late.press("<ctrl-u>14:06")
    late.wait(.minutes(1))
    #expect(late.press("<enter>") == [.bell])
    #expect(late.text.contains("! that has passed"))
  }

  @Test("Whoever has written and waits for an answer is not put out of sight")
  func waiting() {
    var driver = Driver(desk(nil, events: [Sample.ago(.hours(3), .answered)]))
    #expect(driver.press("z") == [.bell])
    #expect(driver.status == "they wrote and wait for an answer: it stays in the list")
    driver.press("<enter>")
    #expect(driver.press("z") == [.bell])
  }

  @Test("A snoozed review is found by its filter, says until when, and offers to be woken")
  func wake() {
    var driver = Driver(desk(.until(Self.monday), nil))
    #expect(driver.inbox.list.rows.map(\.review.id.number) == [2])
    driver.press("fis:snoozed<enter>")
    #expect(driver.inbox.list.rows.map(\.review.id.number) == [1])
    #expect(driver.rows[2].contains(" snoozed Mon 09:00 "))
    #expect(driver.text.contains("snoozed until Mon 30 Nov 09:00"))
    driver.press("z")
    #expect(driver.text.contains("It is snoozed until Mon 30 Nov 09:00."))
    #expect(driver.press("w") == [snooze(nil, 1)])
    driver.press("z")
    #expect(driver.press("z") == [])
    #expect(driver.press("2w<enter>") == [snooze(.until(Self.monday + .days(11)), 1)])
  }

  @Test("Of several, all must be snoozed for waking to be offered")
  func wakeMarked() {
    var driver = Driver(desk(.until(Self.monday), .untilTheyWrite, nil))
    driver.press("fis:any<enter>")
    driver.press("xxxz")
    #expect(driver.top == "prompt")
    driver.press("<escape>jx")
    driver.press("<escape>fis:snoozed<enter>")
    driver.press("Xz")
    #expect(driver.text.contains("These 2 are snoozed."))
    #expect(driver.press("w") == [snooze(nil, 1, 2)])
  }

  @Test(
    "The row says a time of day, within a week its day, then the date, or that a reply is awaited",
    arguments: [
      (Snooze.until(Sample.now + .hours(3)), "snoozed 17:00 "),
      (.until(monday), "snoozed Mon 09:00 "), (.until(monday + .days(24)), "snoozed 24 Dec "),
      (.untilTheyWrite, "snoozed for reply "),
    ])
  func rowWords(_ snooze: Snooze, _ words: String) {
    var driver = Driver(desk(snooze))
    driver.press("fis:snoozed<enter>")
    #expect(driver.rows[2].contains(" \(words)"))
  }

  @Test("It comes back by itself at its time, and the cursor stays with its review")
  func comesBack() {
    var driver = Driver(desk(.until(Sample.now + .minutes(90)), nil, nil))
    driver.press("j")
    #expect(driver.selected == 3)
    driver.effects = []
    driver.now = Sample.now + .minutes(90) - Span(milliseconds: 1)
    driver.send(.ticked)
    #expect(driver.effects.isEmpty)
    #expect(driver.inbox.nextChange(after: driver.now) == Sample.now + .minutes(90))
    driver.wait(Span(milliseconds: 1))
    #expect(driver.inbox.list.rows.map(\.review.id.number) == [1, 2, 3])
    #expect(driver.selected == 3)
    #expect(driver.inbox.counts?.nextWake == nil)
  }

  @Test("It comes back while a key is pressed, and behind a customer")
  func comesBackBehind() {
    var driver = Driver(desk(.until(Sample.now + .minutes(90)), nil, nil))
    driver.press("<enter>")
    #expect(
      driver.inbox.nextChange(after: driver.now) ?? .init(milliseconds: .max) <= driver.now
        + .minutes(90))
    driver.now = Sample.now + .minutes(91)
    driver.press("k")
    #expect(driver.inbox.list.rows.map(\.review.id.number) == [1, 2, 3])
    #expect(driver.top == "customer")
  }

  @Test(
    "Where the last row of a full window is selected, it stays so when others come back before it")
  func fullWindow() {
    var desk = FakeDesk()
    desk.rows = Sample.many(201)
    desk.rows[0].review.snooze = .until(Sample.now + .hours(1))
    var driver = Driver(desk)
    driver.press("G")
    #expect(driver.selected == 201)
    driver.wait(.hours(1))
    #expect(driver.selected == 201)
    #expect(driver.inbox.list.place == 201)
  }

  @Test("The words of a snoozed row change at midnight and at its end")
  func rowChanges() {
    var driver = Driver(desk(.until(Self.monday)))
    driver.desk.rows[0].review.postedAt = Sample.now - .days(80)
    driver.press("fis:snoozed<enter>")
    driver.wait(.seconds(6))
    #expect(
      driver.inbox.nextChange(after: driver.now) == Sample.instant("2026-11-30T00:00:00Z"))
    driver.now = Sample.instant("2026-11-30T00:00:00Z")
    #expect(driver.rows[2].contains("snoozed 09:00"))
    #expect(driver.inbox.nextChange(after: driver.now) == Self.monday)
  }

  @Test("The header counts them")
  func header() {
    var desk = desk(nil)
    desk.counts.open = 1
    desk.counts.snoozed = 1203
    let driver = Driver(desk, size: Size(rows: 24, columns: 120))
    #expect(driver.rows[0].contains("1 open · 1,203 snoozed"))
  }

  @Test("Pictures: what is typed, the snoozed ones, waking, and one with its customer")
  func screens() {
    var driver = Driver(
      desk(
        .until(Self.monday), .until(Sample.now + .hours(3)), .untilTheyWrite,
        .until(Self.monday + .days(24)), nil))
    driver.press("zmon 9:30")
    Golden.check(driver, "prompt-snooze")
    driver.press("<escape>fis:snoozed<enter>")
    Golden.check(driver, "list-snoozed")
    driver.press("z")
    Golden.check(driver, "choice-snoozed", sizes: Golden.caseSizes)
    driver.press("<escape><enter>")
    Golden.check(driver, "customer-snoozed", sizes: Golden.caseSizes)
  }
}
