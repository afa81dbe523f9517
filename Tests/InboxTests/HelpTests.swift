import AmendsPolicy
import Screen
import Testing

@testable import Inbox

@Suite("Help")
struct HelpTests {
  @Test("Every key of a screen can be read at 80x24 and at 40x10", arguments: ["", "<enter>", "o"])
  func everyLine(keys: String) {
    for size in [Size(rows: 24, columns: 80), Size(rows: 10, columns: 40)] {
      var driver = Driver(Sample.desk, size: size)
      driver.press(keys)
      let context = driver.inbox.context
      driver.press("?")
      var seen = driver.text
      for _ in 0..<40 {
        driver.press("j")
        guard driver.top == "help" else { break }
        seen += driver.text
      }
      for info in CommandTable.commands(in: context) {
        #expect(seen.contains(info.help.prefix(18)), "\(info.command) at \(size)")
      }
    }
  }

  @Test("Motions stop at both ends; any other key closes")
  func motions() {
    var driver = Driver(Sample.desk)
    driver.press("?k<pageup>")
    #expect(driver.text.contains("Keys: inbox, 1-22 of 38"))
    driver.press("G<pagedown>")
    #expect(driver.text.contains("Keys: inbox, 17-38 of 38"))
    driver.press("g<ctrl-d>")
    #expect(driver.text.contains("Keys: inbox, 12-33 of 38"))
    driver.press("x")
    #expect(driver.top == "list")
    #expect(driver.inbox.list.marked.isEmpty)
  }

  @Test("Where all keys fit, every key closes")
  func fits() {
    var driver = Driver(Sample.desk, size: Size(rows: 50, columns: 160))
    driver.press("?")
    #expect(driver.text.contains("any key closes"))
    driver.press("j")
    #expect(driver.top == "list")
  }
}
