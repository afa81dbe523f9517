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
      for _ in CommandTable.commands(in: context) {
        driver.press("j")
        guard driver.top == "help" else { break }
        seen += driver.text
      }
      for info in CommandTable.commands(in: context) where info.command.viewKey ?? 0 == 0 {
        #expect(seen.contains(info.help.prefix(18)), "\(info.command) at \(size)")
      }
    }
  }

  @Test("Motions stop at both ends; any other key closes")
  func motions() {
    var driver = Driver(Sample.desk)
    driver.press("?k<pageup>")
    #expect(driver.text.contains("Keys: inbox, 1-22 of 42"))
    driver.press("G<pagedown>")
    #expect(driver.text.contains("Keys: inbox, 21-42 of 42"))
    driver.press("g<ctrl-d>")
    #expect(driver.text.contains("Keys: inbox, 12-33 of 42"))
    driver.press("x")
    #expect(driver.top == "list")
    #expect(driver.inbox.list.marked.isEmpty)
  }

  @Test("The figures of saved views are one line, unless one is bound anew")
  func figures() throws {
    let size = Size(rows: 60, columns: 160)
    var driver = Driver(Sample.desk, size: size)
    driver.press("?")
    #expect(driver.text.contains("1 … 9            Show a saved view"))
    #expect(!driver.text.contains("Show saved view 2"))
    let own = Sample.settings(keymap: try Keymap(overrides: ["view-2": ["f6"]]))
    driver = Driver(Sample.desk, settings: own, size: size)
    driver.press("?")
    #expect(driver.text.contains("f6               Show saved view 2"))
    #expect(driver.text.contains("Show saved view 9"))
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
