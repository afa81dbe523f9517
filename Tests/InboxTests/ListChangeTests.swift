import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("The list when others change the desk")
struct ListChangeTests {
  private func driver() -> Driver {
    var desk = FakeDesk()
    desk.rows = Sample.many(600)
    return Driver(desk)
  }

  @Test("The selected review stays selected when others come before it")
  func insertion() {
    var driver = driver()
    driver.press("jjjj")
    for number in 700..<720 {
      var row = Sample.row(Sample.review(Int64(number), "New"))
      row.unitsPerDay = 10_000 + number
      driver.desk.rows.append(row)
    }
    driver.send(.deskChanged)
    #expect(driver.selected == 5)
    #expect(driver.inbox.list.place == 25)
  }

  @Test("Where the selected review went away, the next one in its place is selected")
  func removal() {
    var driver = driver()
    driver.press("jjjj")
    driver.desk.rows.removeAll { $0.review.id.number == 5 }
    driver.send(.deskChanged)
    #expect(driver.selected == 6)
    driver.press("k")
    #expect(driver.selected == 4)
  }

  @Test("When everything went away nothing is selected")
  func allGone() {
    var driver = driver()
    driver.desk.rows = []
    driver.send(.deskChanged)
    #expect(driver.selected == nil)
    #expect(driver.text.contains("No open negative review."))
  }

  @Test("In the middle of a long list the window is read again where it stands")
  func middle() {
    var driver = driver()
    driver.press("G")
    driver.send(.deskChanged)
    #expect(driver.selected == 600)
    driver.press("kk")
    #expect(driver.selected == 598)
  }

  @Test("Marks outlive a reload, and go with their reviews")
  func marks() {
    var desk = FakeDesk()
    desk.rows = Sample.many(10)
    var driver = Driver(desk)
    driver.press("xxx")
    driver.desk.rows.removeAll { $0.review.id.number == 2 }
    driver.send(.deskChanged)
    #expect(driver.inbox.list.marked.keys.map(\.number).sorted() == [1, 3])
  }

  @Test("Marks are worked on wherever they are, and the answer says on how many")
  func farMarks() {
    var desk = FakeDesk()
    desk.rows = Sample.many(5000)
    var driver = Driver(desk)
    driver.press("xG")
    driver.press("x")
    let asked = driver.press("e")
    #expect(asked == [.apply(.closed, [ReviewID(1), ReviewID(5000)])])
    #expect(driver.status == "closed on 2 · u undoes it")
    #expect(driver.inbox.list.marked.isEmpty)
  }

  @Test("Marking all shown marks the screen, and once more unmarks it")
  func markAllShown() {
    var driver = driver()
    driver.press("X")
    #expect(driver.inbox.list.marked.count == driver.inbox.list.height)
    driver.press("X")
    #expect(driver.inbox.list.marked.isEmpty)
  }

  @Test("A cause for all marked reviews is one effect")
  func causes() {
    var driver = driver()
    driver.press("xxtl")
    #expect(
      driver.effects.contains(.setCauses([ReviewID(1): .late, ReviewID(2): .late])))
  }
}
