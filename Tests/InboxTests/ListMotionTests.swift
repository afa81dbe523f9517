import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Moving through a long list")
struct ListMotionTests {
  private static let count = 5000

  private func driver(isAnswering: Bool = true) -> Driver {
    var desk = FakeDesk()
    desk.rows = Sample.many(Self.count)
    desk.counts.open = Self.count
    return Driver(desk, isAnswering: isAnswering)
  }

  private func answerEverything(_ driver: inout Driver) {
    while !driver.unanswered.isEmpty { driver.answerAll() }
  }

  @Test("Line by line down to the end, and up again to the start")
  func lineByLine() {
    var driver = driver()
    for number in 2...Self.count {
      driver.press("j")
      guard driver.selected == Int64(number) else {
        Issue.record("\(driver.selected ?? 0) in the place of \(number)")
        return
      }
    }
    #expect(driver.press("jj") == [])
    #expect(driver.selected == Int64(Self.count))
    #expect(driver.inbox.list.place == Self.count)
    for number in (1..<Self.count).reversed() {
      driver.press("k")
      guard driver.selected == Int64(number) else {
        Issue.record("\(driver.selected ?? 0) in the place of \(number)")
        return
      }
    }
    #expect(driver.inbox.list.place == 1)
  }

  @Test("Page by page each row is passed, and the window stays small")
  func pageByPage() {
    var driver = driver()
    let page = driver.inbox.list.height - 1
    var expected = 1
    while expected < Self.count {
      driver.press("<pagedown>")
      expected = min(expected + page, Self.count)
      #expect(driver.selected == Int64(expected))
      #expect(driver.inbox.list.rows.count <= 1400)
    }
  }

  @Test("Half pages are half as long as pages")
  func halfPages() {
    var driver = driver()
    let half = Int64((driver.inbox.list.height - 1) / 2)
    driver.press("<ctrl-d><ctrl-d>")
    #expect(driver.selected == 1 + 2 * half)
    driver.press("<ctrl-u>")
    #expect(driver.selected == 1 + half)
  }

  @Test("To the end at once, and up line by line to the start")
  func fromTheEnd() {
    var driver = driver()
    driver.press("G")
    #expect(driver.selected == Int64(Self.count))
    for _ in 1..<Self.count { driver.press("k") }
    #expect(driver.selected == 1)
    driver.press("G")
    driver.press("g")
    #expect(driver.selected == 1)
    #expect(driver.inbox.list.place == 1)
  }

  @Test("500 lines down at one go end on line 501, although the pages come late")
  func burst() {
    var driver = driver(isAnswering: false)
    answerEverything(&driver)
    driver.press(String(repeating: "j", count: 500))
    answerEverything(&driver)
    #expect(driver.selected == 501)
    #expect(driver.inbox.list.place == 501)
  }

  @Test("Keys before the first page, and behind a jump, are made up for")
  func aheadOfPages() {
    var driver = driver(isAnswering: false)
    driver.press("jj")
    answerEverything(&driver)
    #expect(driver.selected == 3)
    driver.press("Gkk")
    answerEverything(&driver)
    #expect(driver.selected == Int64(Self.count - 2))
  }

  @Test("A jump back before the other end has come stays where it went")
  func thereAndBack() {
    var driver = driver(isAnswering: false)
    answerEverything(&driver)
    driver.press("Gg")
    answerEverything(&driver)
    #expect(driver.selected == 1)
  }

  @Test("A reload while a jump is under way does not lose the jump")
  func reloadOnTheWay() {
    var driver = driver(isAnswering: false)
    answerEverything(&driver)
    driver.press("G")
    driver.send(.deskChanged)
    answerEverything(&driver)
    #expect(driver.selected == Int64(Self.count))
  }

  @Test("No row is worked on while the row that keys asked for is still being read")
  func nothingBehind() {
    var driver = driver(isAnswering: false)
    answerEverything(&driver)
    driver.press(String(repeating: "j", count: 300))
    #expect(driver.press("x") == [.bell])
    #expect(driver.status == "the list is still being read")
    answerEverything(&driver)
    driver.press("x")
    #expect(driver.inbox.list.marked.keys.map(\.number) == [301])
  }

  @Test("An answer to an older question is dropped")
  func stale() {
    var driver = Driver(Sample.desk, isAnswering: false)
    let first = driver.unanswered
    driver.press("S")
    driver.unanswered = Array(first.prefix(1))
    driver.answerAll()
    #expect(driver.inbox.list.rows.isEmpty)
    #expect(!driver.inbox.list.isLoaded)
  }

  @Test("The selection stays in sight in every height")
  func inSight() {
    var driver = driver()
    driver.press("<pagedown><pagedown><pagedown>")
    for rows in [24, 5, 60, 3, 1, 24] {
      driver.resize(Size(rows: rows, columns: 80))
      let shown = driver.inbox.list.shownRows.map(\.review.id)
      #expect(rows < 3 || driver.inbox.list.selected.map(shown.contains) == true, "\(rows)")
    }
  }
}
