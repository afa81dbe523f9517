import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("The terminal's title")
struct TitleTests {
  private func title(_ counts: (inout DeskCounts) -> Void) -> SafeText? {
    var desk = Sample.desk
    counts(&desk.counts)
    return Driver(desk).frame().title
  }

  @Test("It tells what is open and due, in figures")
  func figures() {
    #expect(
      title {
        $0.open = 14
        $0.due = 2
      } == "Amends – 14 open, 2 due")
    #expect(
      title {
        $0.open = 1_000_000
        $0.due = 0
      } == "Amends – 1,000,000 open")
    #expect(Driver(Sample.desk, isAnswering: false).frame().title == "Amends")
  }

  @Test("Nothing from outside is in it, whatever is open")
  func constants() {
    for (name, driver) in EveryScreen.states {
      let title = driver.frame().title?.string ?? ""
      let words = title.filter { !$0.isNumber && $0 != "," && $0 != "–" }
        .split(separator: " ").map(String.init)
      #expect(Set(words).isSubset(of: ["Amends", "open", "due"]), "\(name): \(title)")
    }
  }

  @Test("It can be left alone")
  func off() {
    let driver = Driver(Sample.desk, screen: ScreenSettings(hasTitle: false))
    #expect(driver.frame().title == nil)
  }
}
