import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Pictures of the list")
struct ListScreenTests {
  @Test("Every wording of the contact column, with the selection on the first row")
  func contacts() {
    Golden.check(Driver(Sample.desk), "list-contacts")
  }

  @Test("Marked rows, the selection among them")
  func marked() {
    var driver = Driver(Sample.desk)
    driver.press("xxjxk")
    Golden.check(driver, "list-marked")
  }

  @Test("Escape sequences, bidi controls, wide and joined characters stay inside their columns")
  func hostile() {
    var desk = Sample.desk
    desk.rows = Sample.hostile
    Golden.check(Driver(desk), "list-hostile")
  }

  @Test("A list that is being read")
  func loading() {
    Golden.check(Driver(Sample.desk, isAnswering: false), "list-loading")
  }

  @Test("A desk without reviews says how to get some")
  func empty() {
    Golden.check(Driver(FakeDesk()), "list-empty")
  }

  @Test("A search that finds nothing says how to get back")
  func nothingFits() {
    var driver = Driver(Sample.desk)
    driver.press("/nowhere<enter>")
    Golden.check(driver, "list-nothing-fits")
  }

  @Test("Another order, a filter and a search stand in the header")
  func filtered() {
    var driver = Driver(Sample.desk)
    driver.press("SS")
    driver.press("fstars:1 cracked<enter>")
    driver.wait(.seconds(6))
    Golden.check(driver, "list-filtered")
  }

  @Test("What just happened, and what went wrong, take the place of the keys")
  func status() {
    var driver = Driver(Sample.desk)
    driver.press("td")
    Golden.check(driver, "list-status-good")
    driver.press("<f9>")
    Golden.check(driver, "list-status-error")
  }

  @Test("A header with more than fits keeps what matters")
  func crowdedHeader() {
    var desk = Sample.desk
    desk.rows = Sample.many(450)
    desk.counts.open = 1_000_000
    desk.counts.due = 999
    desk.counts.cooling = 999
    var driver = Driver(desk)
    driver.press("X")
    driver.press("<pagedown><pagedown>")
    driver.wait(.seconds(6))
    Golden.check(driver, "list-crowded-header")
  }
}
