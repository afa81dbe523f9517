import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("The line that says what happened")
struct StatusTests {
  @Test("Information fades after 5 seconds, not before")
  func fades() {
    var driver = Driver(FakeDesk())
    driver.press("S")
    #expect(driver.inbox.nextChange(after: driver.now) == driver.now + .seconds(5))
    driver.wait(Span(milliseconds: 4999))
    #expect(driver.status == "newest first")
    driver.wait(Span(milliseconds: 1))
    #expect(driver.status == "")
  }

  @Test("Keys do not take information away")
  func keys() {
    var driver = Driver(Sample.desk)
    driver.press("Sj")
    #expect(driver.status == "newest first")
  }

  @Test("An error stays until the next key, however long that takes")
  func errors() {
    var driver = Driver(Sample.desk)
    driver.press("<f9>")
    driver.wait(.hours(3))
    #expect(driver.status.hasPrefix("f9 does nothing here"))
    driver.press("j")
    #expect(driver.status == "")
  }

  @Test("A failure rings, and reads the figures again")
  func failure() {
    var driver = Driver(Sample.desk)
    #expect(driver.answer(.failed("disk full: make room")) == [.bell, .loadCounts])
    #expect(driver.rows.last == " ! disk full: make room")
  }

  @Test("The progress of long work is shown")
  func progress() {
    var driver = Driver(Sample.desk)
    driver.answer(.progress("120,000 rows"))
    #expect(driver.rows.last == " 120,000 rows")
  }

  @Test("Hostile words of others are washed")
  func hostile() {
    var driver = Driver(Sample.desk)
    driver.answer(.failed("\u{1B}]0;x\u{7} cannot be read"))
    #expect(driver.rows.last == " ! ␛]0;x␇ cannot be read")
  }
}
