import AmendsPolicy
import Foundation
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("The mouse")
struct MouseTests {
  /// Where a text stands on the screen.
  private func place(of text: String, in driver: Driver) throws -> (row: Int, column: Int) {
    for (row, line) in driver.rows.enumerated() {
      if let range = line.range(of: text) {
        return (row, line.distance(from: line.startIndex, to: range.lowerBound))
      }
    }
    Issue.record("“\(text)” is not on the screen:\n\(driver.text)")
    throw Missing()
  }

  private struct Missing: Error {}

  @discardableResult
  private func click(_ text: String, in driver: inout Driver) throws -> [Effect] {
    let place = try place(of: text, in: driver)
    return driver.mouse(.left, place.row, place.column)
  }

  @Test("A click selects a row, a second one opens it")
  func rows() throws {
    var driver = Driver(Sample.desk)
    try click("Kenji S.", in: &driver)
    #expect(driver.selected == 4)
    #expect(driver.top == "list")
    try click("Two weeks for", in: &driver)
    #expect(driver.top == "customer")
  }

  @Test("The wheel goes three lines, in every list")
  func wheel() {
    var driver = Driver(Sample.desk)
    driver.mouse(.wheelDown, 5, 5)
    #expect(driver.selected == 4)
    driver.mouse(.wheelUp, 5, 5)
    driver.mouse(.wheelUp, 5, 5)
    #expect(driver.selected == 1)
    driver.press("o")
    let before = driver.frame().cursor
    driver.mouse(.wheelDown, 5, 5)
    #expect(driver.frame().cursor != before)
  }

  @Test("Rows of the timeline and of the outbox are selected as well")
  func otherLists() throws {
    let file = Sample.file(
      [Sample.review(1, "J. Rivera")], events: Sample.story, timeline: Sample.everyEntry)
    var customer = Driver(Sample.desk(file))
    customer.press("<enter>")
    let cursor = try #require(customer.frame().cursor)
    #expect(customer.mouse(.left, cursor.row - 2, 20) == [])
    #expect(customer.frame().cursor != cursor || customer.inbox.customerScreen?.fromEnd == 2)
    #expect(customer.inbox.customerScreen?.fromEnd == 2)
    var outbox = Driver(Sample.desk)
    outbox.press("o")
    outbox.mouse(.left, 3, 30)
    #expect(outbox.frame().cursor?.row == 3)
  }

  @Test("A column's head orders by it, a second click the other way round")
  func columns() throws {
    var driver = Driver(Sample.desk)
    try click("AGE", in: &driver)
    #expect(driver.inbox.list.order == .newest)
    try click("AGE", in: &driver)
    #expect(driver.inbox.list.order == .oldest)
    try click("STARS", in: &driver)
    #expect(driver.inbox.list.order == .stars)
    try click("STARS", in: &driver)
    #expect(driver.inbox.list.order == .urgency)
    #expect(try click("CUSTOMER", in: &driver) == [.bell])
    #expect(driver.status == "the list cannot be ordered by this column")
  }

  @Test("A command of the foot is given by a click")
  func footer() throws {
    var driver = Driver(Sample.desk)
    try click("filter", in: &driver)
    #expect(driver.top == "prompt")
    driver.press("<escape>")
    try click("? help", in: &driver)
    #expect(driver.top == "help")
  }

  @Test("An answer to a question is a click away, and nothing below the question is")
  func question() throws {
    var driver = Driver(Sample.desk)
    driver.press("t")
    #expect(driver.mouse(.left, 1, 3) == [])
    #expect(driver.mouse(.left, 23, 3) == [])
    #expect(driver.top == "choice")
    let effects = try click("late", in: &driver)
    #expect(effects == [.setCauses([ReviewID(1): .late])])
    driver.press("t")
    try click("leaves it as it is", in: &driver)
    #expect(driver.top == "list")
  }

  @Test("In the palette a click gives the command")
  func palette() throws {
    var driver = Driver(Sample.desk)
    driver.press(":outb")
    try click("outbox", in: &driver)
    #expect(driver.top == "outbox")
  }

  @Test("A theme is shown by a click, and kept by a second one")
  func themes() throws {
    var driver = Driver(Sample.desk)
    driver.desk.themes = ["one", "two"].map {
      ThemeOption(name: $0, isOwn: false, content: .theme(Theme(name: $0, styles: [:])))
    }
    driver.press("<f3>")
    try click("two", in: &driver)
    #expect(driver.inbox.theme.name == "two")
    #expect(try click("two", in: &driver) == [.keepTheme("two")])
  }

  @Test("In the composer a click puts the cursor there, past the end at the end")
  func composer() throws {
    var driver = Sample.composing("Hello there.\nSorry for this.")
    let place = try place(of: "Sorry", in: driver)
    driver.mouse(.left, place.row, place.column + 6)
    driver.press("so ")
    #expect(driver.text.contains("Sorry so for this."))
    driver.mouse(.left, place.row - 1, 60)
    driver.press("!")
    #expect(driver.text.contains("Hello there.!"))
    driver.mouse(.wheelDown, place.row, 5)
    driver.press("?")
    #expect(driver.text.contains("Sorry so for this.?"))
  }

  @Test("The wheel moves the help where it does not fit, and closes it nowhere")
  func help() {
    var driver = Driver(Sample.desk, size: Size(rows: 10, columns: 80))
    driver.press("?")
    driver.mouse(.wheelDown, 3, 3)
    #expect(driver.text.contains("Keys: inbox, 4-"))
    driver.resize(Size(rows: 60, columns: 80))
    driver.mouse(.wheelDown, 3, 3)
    #expect(driver.top == "help")
  }

  @Test("A click takes an error away, as a key does")
  func errors() {
    var driver = Driver(Sample.desk)
    driver.press("<f9>")
    driver.mouse(.left, 17, 3)
    #expect(driver.status == "")
  }

  @Test("Wherever one clicks, in whatever screen and size, nothing breaks")
  func everywhere() {
    for (name, driver) in EveryScreen.states {
      for size in [Size(rows: 24, columns: 80), Size(rows: 3, columns: 20)] {
        for row in stride(from: -1, through: size.rows, by: 4) {
          for column in stride(from: -1, through: size.columns, by: 27) {
            var driver = driver
            driver.resize(size)
            driver.mouse(.left, row, column)
            #expect(driver.frame().grid.size == size, "\(name)")
          }
        }
      }
    }
  }

  @Test("Everything that can be clicked has a key")
  func neverNeeded() {
    let map = Sample.standardKeys
    for context in [CommandContext.list, .customer, .composer, .outbox] {
      for info in CommandTable.footer(of: context) {
        #expect(!map.keys(for: info.command, in: context).isEmpty, "\(info.command)")
      }
    }
  }
}
