import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("The instant at which the picture changes by itself")
struct NextChangeTests {
  /// Follows the changes over a span: nothing may change before each, and something must change at it.
  private func follow(
    _ driver: Driver,
    for span: Span,
    most: Int = 3000,
    mustChange: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var driver = driver
    var picture = driver.frame()
    let end = driver.now + span
    var random = SplitMix(seed: 7)
    for _ in 0..<most {
      let now = driver.now
      guard let change = driver.inbox.nextChange(after: now), change < end else { return }
      let gap = (change - now).milliseconds
      for ahead in [gap - 1, Int64(random.below(Int(gap)))] where ahead > 0 {
        driver.now = now + Span(milliseconds: ahead)
        #expect(
          driver.frame() == picture, "\(ISO8601.text(driver.now)) before \(ISO8601.text(change))",
          sourceLocation: sourceLocation)
      }
      driver.now = change
      driver.send(.ticked)
      let next = driver.frame()
      if mustChange {
        #expect(
          next != picture, "nothing changes at \(ISO8601.text(change))",
          sourceLocation: sourceLocation)
      }
      picture = next
    }
  }

  private func opened(_ file: CustomerFile, _ keys: String) -> Driver {
    var driver = Driver(Sample.desk(file))
    driver.press(keys)
    driver.wait(.seconds(6))
    return driver
  }

  @Test("From an afternoon of the list over midnight")
  func list() {
    follow(Driver(Sample.desk), for: .hours(11))
  }

  @Test("Over two days of a list whose rows change seldom")
  func quietList() {
    for row in Sample.everyContact {
      var desk = Sample.desk
      desk.rows = [row]
      follow(Driver(desk), for: .days(2), most: 120)
    }
  }

  @Test("A review that is settled waits for no contact any more")
  func settled() {
    var desk = FakeDesk()
    desk.rows = [
      Sample.row(
        Sample.review(1, "J. Rivera", age: .days(80), state: .resolved),
        events: [Sample.ago(.hours(1), .contacted)])
    ]
    var driver = Driver(desk)
    driver.press("fstate:any<enter>")
    #expect(driver.rows[2].contains("resolved"))
    #expect(driver.inbox.nextChange(after: driver.now) == Sample.now + .days(4))
  }

  @Test("Second by second over a quarter of an hour of the list, nothing is missed")
  func secondBySecond() {
    var driver = Driver(Sample.desk)
    var picture = driver.frame()
    var change = driver.inbox.nextChange(after: driver.now)
    for _ in 0..<900 {
      driver.wait(.seconds(1))
      let next = driver.frame()
      let isDue = change.map { $0 <= driver.now } ?? false
      guard (next != picture) == isDue else {
        Issue.record("\(ISO8601.text(driver.now)): due \(isDue)")
        return
      }
      picture = next
      if isDue { change = driver.inbox.nextChange(after: driver.now) }
    }
  }

  @Test("A customer's countdown goes second by second, across its end")
  func customer() {
    let events = [Sample.ago(.seconds(71 * 3600 + 3590), .contacted)]
    follow(
      opened(Sample.file([Sample.review(1, "J. Rivera")], events: events), "<enter>"),
      for: .minutes(5))
  }

  @Test("A customer who may be written to changes with the minute alone")
  func readyCustomer() {
    let driver = opened(Sample.file([Sample.review(1, "J. Rivera")]), "<enter>")
    #expect(driver.inbox.nextChange(after: driver.now) == Sample.now + .minutes(1))
    follow(driver, for: .hours(20))
  }

  @Test("In the composer nothing changes unannounced")
  func composer() {
    let events = [Sample.ago(.seconds(70 * 3600 + 7), .contacted)]
    for zone in [nil, "America/Los_Angeles"] {
      let file = Sample.file([Sample.review(1, "J. Rivera")], zone: zone, events: events)
      follow(opened(file, "c"), for: .days(2), mustChange: false)
    }
  }

  @Test("An explanation changes when one of its clocks does, and not before")
  func explanation() {
    let feedback = Sample.review(
      1, "J. Rivera", title: "", text: "The knife is dull.", age: .seconds(90 * 86_400 - 20),
      kind: .sellerFeedback)
    let order = "114-7863528-5211001"
    let stories: [[ContactEvent]] = [
      [], [Sample.ago(.seconds(71 * 3600 + 3590), .contacted)],
      [Sample.ago(.seconds(24 * 3600 - 15), .answered)],
      [Sample.ago(.seconds(30 * 86_400 - 25), .orderCompleted, order: order)],
      [Sample.ago(.days(3), .optedOut), Sample.ago(.days(400), .doNotContact)],
    ]
    for events in stories {
      for review in [Sample.review(1, "J. Rivera"), feedback] {
        for zone in ["America/Los_Angeles", nil] {
          let driver = opened(Sample.file([review], zone: zone, events: events), "w")
          #expect(driver.top == "why")
          follow(driver, for: .days(3), most: 30, mustChange: false)
        }
      }
    }
  }

  @Test("Where nothing counts down beneath an explanation, nothing is painted")
  func explanationAtRest() throws {
    var rules = Sample.rules
    rules.limits.quietHours = .none
    let desk = Sample.desk(
      Sample.file(
        [Sample.review(1, "J. Rivera", age: .days(400))],
        events: [Sample.ago(.days(9), .complained)]))
    var driver = Driver(desk, settings: Sample.settings(rules: rules))
    driver.press("w")
    let change = try #require(driver.inbox.nextChange(after: driver.now))
    #expect(change == Sample.instant("2027-01-01T00:00:00Z"))
  }

  @Test("The outbox counts down to its first reply and beyond")
  func outbox() {
    var driver = Driver(Sample.desk)
    driver.press("o")
    follow(driver, for: .minutes(2))
    driver.now = driver.now + .hours(30)
    follow(driver, for: .hours(12), most: 50)
  }

  @Test("Retries, doubts, the rest of a sender and what has ended change at the announced moments")
  func outboxOfASender() {
    var desk = Sample.desk
    desk.sender = LiveSender(
      name: "amends send (pid 812, ana)", isThisProgram: false,
      restsUntil: Sample.now + .minutes(20),
      reason: "refused since 2026-11-27T13:20:00Z")
    desk.outbox = [
      Sample.retried(2, again: .minutes(25)), Sample.outboxRow(Sample.item(3, .queued)),
      Sample.uncertainRow(since: .minutes(3), evidence: "a copy since 2026-11-27T13:58:10Z"),
      Sample.ended(9, .sent, .minutes(2), "T. Berg"),
    ]
    for mode in SendingMode.allCases {
      var driver = Driver(desk, settings: Sample.settings(sending: mode))
      driver.press("ojj")
      follow(driver, for: .minutes(40))
      driver.now = driver.now + .hours(1)
      follow(driver, for: .hours(12), mustChange: false)
    }
  }

  @Test("Nothing moves where nothing does")
  func never() {
    #expect(Driver(FakeDesk()).inbox.nextChange(after: Sample.now) == nil)
    var outbox = Driver(FakeDesk())
    outbox.press("o")
    #expect(outbox.inbox.nextChange(after: Sample.now) == nil)
    var loading = Driver(Sample.desk)
    loading.isAnswering = false
    loading.press("<enter>")
    #expect(loading.inbox.nextChange(after: Sample.now) == nil)
  }

  @Test("Ready turns into waiting when the quiet hours begin")
  func quietStart() {
    var desk = Sample.desk
    desk.rows = [Sample.row(Sample.review(1, "J. Rivera", age: .days(80)))]
    var driver = Driver(desk)
    #expect(
      driver.inbox.nextChange(after: driver.now) == Sample.instant("2026-11-27T21:00:00Z"))
    driver.now = Sample.instant("2026-11-27T21:00:00Z")
    #expect(driver.rows[2].contains("in 11:00"))
  }
}
