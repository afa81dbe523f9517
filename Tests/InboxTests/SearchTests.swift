import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Searching and filtering")
struct SearchTests {
  private func searches(_ effects: [Effect]) -> [String] {
    effects.compactMap {
      if case .loadPage(let request) = $0 { request.filter.search } else { nil }
    }
  }

  @Test("Each letter searches, and enter keeps what was found")
  func asYouType() {
    var driver = Driver(Sample.desk)
    #expect(searches(driver.press("/lea")) == ["l", "le", "lea"])
    #expect(driver.selected == 2)
    #expect(driver.press("<enter>") == [])
    #expect(driver.inbox.list.filter.search == "lea")
    #expect(driver.top == "list")
  }

  @Test("Escape puts the list back, with its selection")
  func escape() {
    var driver = Driver(Sample.desk)
    driver.press("jjj/lea")
    #expect(driver.selected == 2)
    driver.press("<escape>")
    #expect(driver.inbox.list.filter == .inbox)
    #expect(driver.selected == 4)
    #expect(driver.inbox.list.rows.count == 14)
  }

  @Test("Escape puts an earlier search back")
  func escapeToSearch() {
    var driver = Driver(Sample.desk)
    driver.press("/cracked<enter>")
    driver.press("/zzz<escape>")
    #expect(driver.inbox.list.filter.search == "cracked")
    #expect(driver.inbox.list.rows.count == 10)
  }

  @Test("Escape in the list clears search, filter and marks")
  func clear() {
    var driver = Driver(Sample.desk)
    driver.press("fstars:2<enter>")
    driver.press("x<escape>")
    #expect(driver.inbox.list.filter == .inbox)
    #expect(driver.inbox.list.marked.isEmpty)
    #expect(driver.inbox.list.rows.count == 14)
    #expect(driver.press("<escape>") == [])
  }

  @Test("Answers to earlier letters that come late are dropped")
  func lateAnswers() {
    var driver = Driver(Sample.desk)
    driver.isAnswering = false
    driver.press("/cr")
    driver.press("<backspace><backspace>leaks")
    let waiting = driver.unanswered
    driver.unanswered = waiting.reversed()
    driver.answerAll()
    #expect(driver.inbox.list.rows.map(\.review.id.number) == [2])
  }

  @Test("A filter with a fault stays open, with the place of the fault")
  func fault() {
    var driver = Driver(Sample.desk)
    #expect(driver.press("fstars:9<enter>") == [.bell])
    #expect(driver.top == "prompt")
    #expect(driver.text.contains("“stars:9” at character 1"))
    driver.press("<backspace>2")
    #expect(!driver.text.contains("at character"))
    driver.press("<enter>")
    #expect(driver.inbox.list.filter.stars == 2...2)
    #expect(driver.top == "list")
  }

  @Test("What a filter may become is shown as it is typed, and tab completes it")
  func completion() {
    var driver = Driver(Sample.desk)
    driver.press("fst")
    #expect(driver.rows[22] == " tab: stars: state:")
    driver.press("<tab>")
    #expect(driver.rows.last == " Filter: sta")
    #expect(driver.press("<tab>") == [.bell])
    driver.press("t<tab>")
    #expect(driver.rows.last == " Filter: state:")
    #expect(
      driver.rows[22]
        == " tab: state:open state:queued state:answered state:resolved state:closed state…")
    driver.press("q<tab>")
    #expect(driver.inbox.layers.last.map(Self.typed) == "state:queued ")
    driver.press("is:s<tab>stars:1<tab>")
    #expect(driver.inbox.layers.last.map(Self.typed) == "state:queued is:snoozed stars:1")
    #expect(driver.text.contains("age:<7d state:any is:snoozed, or words"))
    driver.press("<enter>")
    #expect(driver.inbox.list.filter.snooze == .snoozed)
  }

  private static func typed(_ layer: Layer) -> String? {
    if case .prompt(let prompt) = layer { prompt.prompt.text } else { nil }
  }

  @Test("The words of a filter are searched for, and can be changed by a search")
  func wordsOfFilter() {
    var driver = Driver(Sample.desk)
    driver.press("fstars:1 cracked<enter>")
    #expect(driver.inbox.list.filter.search == "cracked")
    driver.press("/<ctrl-u>scam<enter>")
    #expect(driver.inbox.list.filter.stars == 1...1)
    #expect(driver.text.contains("inbox: stars:1 /scam"))
    driver.press("f")
    #expect(driver.rows.last == " Filter: stars:1 scam")
  }

  @Test("The order goes round, and the list starts at its top")
  func orders() {
    var driver = Driver(Sample.desk)
    driver.press("jjj")
    var seen: [ReviewOrder] = []
    for _ in ReviewOrder.allCases {
      driver.press("S")
      seen.append(driver.inbox.list.order)
      #expect(driver.inbox.list.place == 1)
    }
    #expect(seen == [.newest, .oldest, .stars, .urgency])
  }

  @Test("A file is imported by its path; an empty path imports nothing")
  func importing() {
    var driver = Driver(Sample.desk)
    #expect(driver.press("i<enter>") == [])
    #expect(
      driver.press("i/tmp/a b.csv<enter>") == [.importFile(path: "/tmp/a b.csv", period: nil)])
    #expect(driver.status == "3 reviews added from /tmp/a b.csv")
  }

  @Test("A sales file without dates asks for its period")
  func period() throws {
    var driver = Driver(Sample.desk)
    driver.desk.undated = ["/tmp/s.csv"]
    driver.press("i/tmp/s.csv<enter>")
    #expect(driver.press("2026-10-31..2026-10-01<enter>") == [.bell])
    driver.press("<ctrl-u>")
    let asked = driver.press("2026-10-01..2026-10-31<enter>")
    let from = try #require(CivilDate(year: 2026, month: 10, day: 1))
    let to = try #require(CivilDate(year: 2026, month: 10, day: 31))
    #expect(asked == [.importFile(path: "/tmp/s.csv", period: from...to)])
  }
}
