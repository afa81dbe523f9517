import AmendsPolicy
import Ledger
import Testing

@testable import Inbox

@Suite("What a person is told while they look elsewhere")
struct NewsTests {
  private func driver(givesNotice: Bool = true) -> Driver {
    var desk = Sample.desk
    desk.counts.uncertain = 2
    desk.counts.held = 1
    desk.counts.overdue = 1
    return Driver(desk, screen: ScreenSettings(givesNotice: givesNotice))
  }

  /// The notices that were given, in words.
  private func told(_ driver: Driver) -> [String] {
    driver.effects.compactMap { if case .notify(let notice) = $0 { notice.words } else { nil } }
  }

  @Test("What is there at the start is no news")
  func start() {
    var driver = driver()
    driver.send(.deskChanged)
    driver.wait(.hours(1))
    #expect(told(driver) == [])
  }

  @Test("What rises is told in figures, and only that")
  func rises() {
    var driver = driver()
    driver.desk.counts.uncertain = 3
    driver.send(.deskChanged)
    #expect(told(driver) == ["3 replies uncertain"])
    driver.wait(.minutes(2))
    driver.desk.counts.held = 2
    driver.desk.counts.overdue = 5
    driver.send(.deskChanged)
    #expect(told(driver).last == "5 answers overdue, 2 replies held")
  }

  @Test("Nothing is told where it was not asked for")
  func off() {
    var driver = driver(givesNotice: false)
    driver.desk.counts.uncertain = 3
    driver.desk.counts.nextOverdue = Sample.now + .minutes(1)
    driver.send(.deskChanged)
    driver.wait(.hours(1))
    #expect(told(driver) == [])
    #expect(driver.inbox.nextNews.isEmpty)
  }

  @Test("At most one notice a minute; what came meanwhile is told in one, at its time")
  func atMostOneAMinute() {
    var driver = driver()
    driver.desk.counts.uncertain = 3
    driver.send(.deskChanged)
    driver.wait(.seconds(10))
    driver.desk.counts.uncertain = 4
    driver.send(.deskChanged)
    driver.desk.counts.held = 2
    driver.send(.deskChanged)
    #expect(told(driver).count == 1)
    #expect(driver.inbox.nextNews.compactMap(\.self) == [Sample.now + .minutes(1)])
    driver.wait(Span(milliseconds: 49_999))
    #expect(told(driver).count == 1)
    driver.wait(Span(milliseconds: 1))
    #expect(told(driver).last == "2 replies held, 4 replies uncertain")
    driver.wait(.hours(1))
    #expect(told(driver).count == 2)
  }

  @Test("What has passed before it could be told is told no more")
  func passes() {
    var driver = driver()
    driver.desk.counts.held = 2
    driver.send(.deskChanged)
    driver.desk.counts.uncertain = 3
    driver.send(.deskChanged)
    driver.desk.counts.uncertain = 2
    driver.send(.deskChanged)
    driver.wait(.minutes(2))
    #expect(told(driver) == ["2 replies held"])
    driver.desk.counts.uncertain = 3
    driver.send(.deskChanged)
    #expect(told(driver).last == "3 replies uncertain")
  }

  @Test("When the time of an answer runs out the figures are read again, and tell it")
  func clock() {
    var driver = driver()
    driver.desk.counts.nextOverdue = Sample.now + .minutes(30)
    driver.send(.deskChanged)
    #expect(driver.inbox.nextNews.compactMap(\.self) == [Sample.now + .minutes(30)])
    driver.desk.counts.overdue = 2
    driver.desk.counts.nextOverdue = Sample.now + .hours(2)
    driver.wait(Span(milliseconds: 30 * 60_000 - 1))
    #expect(told(driver) == [])
    driver.wait(Span(milliseconds: 1))
    #expect(told(driver) == ["2 answers overdue"])
    #expect(driver.inbox.nextNews.compactMap(\.self) == [Sample.now + .hours(2)])
  }

  @Test("While the figures are being read they are not asked for again")
  func onlyOnce() {
    var driver = driver()
    driver.desk.counts.nextOverdue = Sample.now + .minutes(1)
    driver.send(.deskChanged)
    driver.isAnswering = false
    driver.wait(.minutes(1))
    driver.wait(.seconds(1))
    #expect(driver.unanswered.count { $0 == .loadCounts } == 1)
  }

  @Test("A reply that the person holds themselves is no news to them")
  func ownDoing() {
    var driver = driver()
    driver.press("o")
    driver.desk.counts.held = 2
    #expect(driver.press("jh").contains { if case .hold = $0 { true } else { false } })
    driver.send(.deskChanged)
    driver.wait(.hours(1))
    #expect(told(driver) == [])
  }

  @Test("What else has risen when the person holds a reply is news all the same")
  func besideOwnDoing() {
    var driver = driver()
    driver.press("o")
    driver.desk.counts.held = 2
    driver.desk.counts.overdue = 2
    driver.desk.counts.uncertain = 3
    driver.press("jh")
    driver.send(.deskChanged)
    #expect(told(driver) == ["2 answers overdue, 3 replies uncertain"])
  }

  @Test("A clock that was set back keeps nothing from being told")
  func clockSetBack() {
    var driver = driver()
    driver.desk.counts.held = 2
    driver.send(.deskChanged)
    driver.now = Sample.now - .hours(5)
    driver.desk.counts.held = 3
    driver.send(.deskChanged)
    #expect(told(driver) == ["2 replies held", "3 replies held"])
  }

  @Test("One of a kind is told as one")
  func words() {
    #expect(
      Notice(overdue: 1, held: 1, uncertain: 1).words
        == "1 answer overdue, 1 reply held, 1 reply uncertain")
  }
}
