import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Start and changes from outside")
struct StartTests {
  @Test("The first picture needs one page, the figures and the open drafts, in this order")
  func start() {
    var inbox = Inbox(settings: Sample.settings())
    let asked = inbox.start(size: Size(rows: 24, columns: 80))
    #expect(
      asked == [
        .loadPage(
          PageRequest(filter: .inbox, order: .urgency, start: .first, limit: 200, generation: 1)),
        .loadCounts, .loadOpenDrafts, .loadGuide,
      ])
    #expect(
      inbox.render(Size(rows: 24, columns: 80), at: Sample.now, theme: .mono).grid.text()[2]
        == "  reading …")
  }

  @Test("Drafts are offered at the start alone, and never over something else that is told")
  func offeredOnce() {
    let desk = Sample.desk(Sample.stranger, draft: "Dear J.")
    var driver = Driver(desk)
    #expect(driver.status.contains("D goes on with it"))
    driver.wait(.seconds(6))
    driver.press("o<escape>")
    #expect(driver.status == "")
    driver = Driver(desk, isAnswering: false)
    driver.answer(.failed("the theme has a fault"))
    driver.answerAll()
    #expect(driver.status == "the theme has a fault")
  }

  @Test("A change of the desk is read by every screen that is open")
  func deskChanged() {
    var driver = Driver(Sample.desk)
    driver.press("<enter>c")
    let names = driver.send(.deskChanged).map { "\($0)".prefix { $0 != "(" } }
    #expect(names == ["loadPage", "loadCounts", "loadCustomer", "loadCustomer"])
  }

  @Test("An import is followed by what it changed")
  func imported() {
    var driver = Driver(Sample.desk)
    let names = driver.answer(.imported("3 added")).map { "\($0)".prefix { $0 != "(" } }
    #expect(names == ["loadPage", "loadCounts", "loadOpenDrafts"])
    #expect(driver.status == "3 added")
  }

  @Test("Merged customers go on under the customer that stays")
  func merged() {
    var driver = Driver(Sample.desk)
    driver.press("<enter>")
    let file = Sample.file([Sample.review(2, "M. Okafor")], name: "M. Okafor")
    driver.answer(.customer(CustomerID(1), file))
    #expect(driver.inbox.customerScreen?.id == CustomerID(2))
    #expect(driver.rows[0].contains("M. Okafor"))
  }

  @Test("Another size paints everything again")
  func resized() {
    var driver = Driver(Sample.desk)
    #expect(driver.send(.resized(Size(rows: 50, columns: 160))) == [.redraw])
    #expect(driver.inbox.list.height == ListLayout(Size(rows: 50, columns: 160)).rows.rows)
  }
}
