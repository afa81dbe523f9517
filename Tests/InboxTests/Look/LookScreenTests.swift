import Screen
import Testing
import Themes

@testable import Inbox

@Suite("Pictures in their colours")
struct LookScreenTests {
  @Test("The list with marks and a selected row", arguments: ["dark", "light", "mono"])
  func list(name: String) throws {
    var driver = Driver(Sample.desk)
    driver.press("xjjx")
    Golden.check(driver, "look-list", in: try Themes.named(name))
  }

  @Test("A blocked draft", arguments: ["dark", "light", "mono"])
  func composer(name: String) throws {
    let driver = Sample.composing(SampleDraft.blocked)
    Golden.check(driver, "look-composer", in: try Themes.named(name))
  }

  @Test("A customer", arguments: ["dark", "light", "mono"])
  func customer(name: String) throws {
    let file = Sample.file([Sample.review(1, "J. Rivera")], events: Sample.story)
    var driver = Driver(Sample.desk(file))
    driver.press("<enter>")
    Golden.check(driver, "look-customer", in: try Themes.named(name))
  }
}
