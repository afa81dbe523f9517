import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Saved views")
struct ViewTests {
  private func settings(_ views: (Int, String?, String, ReviewOrder)...) throws -> InboxSettings {
    var settings = Sample.settings()
    settings.views = try views.map { (key, name, filter, order) in
      try SavedView(key: key, name: name, filter: filter, order: order)
    }
    return settings
  }

  @Test("The usual ones are all there, each on a figure, under names that differ")
  func usual() {
    #expect(SavedView.usual.map(\.key) == Array(1...9))
    #expect(Set(SavedView.usual.map(\.name)).count == 9)
    #expect(SavedView.usual.allSatisfy { $0.filter != .inbox && $0.name.count <= 25 })
    #expect(SavedView.usual.first?.filter.contact == .due)
  }

  @Test("A figure shows a view in its order, the title names it, and 0 goes back")
  func figures() throws {
    var driver = Driver(
      Sample.desk,
      settings: try settings(
        (1, "two stars", "stars:2", .newest), (4, nil, "stars:3", .urgency)))
    driver.press("1")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: two stars · newest first"))
    #expect(driver.inbox.list.rows.map(\.review.rating) == [2, 2])
    #expect(driver.inbox.list.order == .newest)
    driver.press("4")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: stars:3 "))
    driver.press("0")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: open "))
    #expect(driver.inbox.list.rows.count == 14)
    #expect(driver.inbox.list.order == .urgency)
  }

  @Test("A figure without a view says where views come from")
  func empty() throws {
    var driver = Driver(Sample.desk, settings: try settings((1, nil, "stars:2", .urgency)))
    #expect(driver.press("7") == [.bell])
    #expect(driver.status == "no view is on 7: [views] in the configuration puts one there")
  }

  @Test("A search goes on within the view; another filter is the view no more")
  func searching() throws {
    var driver = Driver(
      Sample.desk, settings: try settings((1, "one star", "stars:1", .urgency)))
    driver.press("1/scam<enter>")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: one star /scam "))
    #expect(driver.inbox.list.rows.map(\.review.id.number) == [3])
    driver.press("f")
    #expect(driver.rows.last == " Filter: stars:1 scam")
    driver.press("<ctrl-u>stars:2<enter>")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: stars:2 "))
    driver.press("1<escape>")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: open "))
    #expect(driver.inbox.list.view == nil)
  }

  @Test("The words of a view are no search of one's own, and leaving it leaves its order as well")
  func ownWords() throws {
    var driver = Driver(
      Sample.desk, settings: try settings((1, "scams", "stars:1 scam", .newest)))
    driver.press("1")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: scams · newest"))
    driver.press("<escape>")
    #expect(driver.rows[0].hasPrefix(" Amends  inbox: open "))
    #expect(driver.inbox.list.order == .urgency)
  }

  @Test("The overlay counts each view, stands on the one in use, and shows the chosen one")
  func overlay() throws {
    var driver = Driver(
      Sample.desk,
      settings: try settings(
        (1, "two stars", "stars:2", .urgency), (2, "three", "stars:3", .urgency),
        (5, "all of them", "state:any", .urgency)))
    driver.isAnswering = false
    driver.press("V")
    #expect(driver.top == "views")
    #expect(driver.text.contains("1  two stars                         …"))
    driver.isAnswering = true
    driver.answerAll()
    #expect(driver.text.contains("1  two stars                         2"))
    #expect(driver.text.contains("5  all of them                      14"))
    driver.press("jj<enter>")
    #expect(driver.top == "list")
    #expect(driver.inbox.list.view?.name == "all of them")
    driver.press("V")
    #expect(driver.press("<enter>").isEmpty == false)
    #expect(driver.inbox.list.view?.name == "all of them")
    driver.press("V2")
    #expect(driver.inbox.list.view?.name == "three")
    driver.press("V0")
    #expect(driver.inbox.list.view == nil)
    #expect(driver.outcome(of: "V<escape>") == "countViews → list")
    #expect(driver.outcome(of: "Vx") == "countViews bell → views")
  }

  @Test("The counts are read again when somebody else changes the desk")
  func recount() throws {
    let settings = try settings((1, "two stars", "stars:2", .urgency))
    var driver = Driver(Sample.desk, settings: settings)
    driver.press("V")
    #expect(
      driver.send(.deskChanged).contains(.countViews(settings.views.map(\.filter), cap: 1001)))
    driver.press("<escape>")
    #expect(
      !driver.send(.deskChanged).contains(.countViews(settings.views.map(\.filter), cap: 1001)))
  }

  @Test("What is counted no further than a thousand says so")
  func manyReviews() throws {
    let settings = try settings((1, "some", "stars:2", .urgency), (2, "more", "stars:3", .urgency))
    var driver = Driver(Sample.desk, settings: settings)
    driver.press("V")
    driver.answer(
      .viewCounts([settings.views[0].filter: 1001, settings.views[1].filter: 250_000]))
    #expect(driver.text.contains("   1,000+"))
    #expect(driver.text.contains(" 250,000 "))
  }

  @Test("Pictures: the usual views, and one that is shown")
  func screens() {
    var driver = Driver(Sample.desk)
    driver.press("Vjj")
    Golden.check(driver, "views")
    driver.press("4")
    Golden.check(driver, "list-view", sizes: [Golden.sizes[0]])
  }
}
