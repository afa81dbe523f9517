import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Pictures of what lies over a screen")
struct OverlayScreenTests {
  @Test(
    "The keys of every screen",
    arguments: [("", "list"), ("<enter>", "customer"), ("o", "outbox")])
  func help(keys: String, name: String) {
    var driver = Driver(Sample.desk)
    driver.press(keys + "?")
    Golden.check(driver, "help-\(name)")
  }

  @Test("The keys of the evidence")
  func helpInReport() {
    var driver = Driver(Sample.desk(Sample.file([Sample.fabricated])))
    driver.press("M?")
    Golden.check(driver, "help-report")
  }

  @Test("The keys of the composer")
  func helpInComposer() {
    var driver = Sample.composing(SampleDraft.clean)
    driver.press("<f1>")
    Golden.check(driver, "help-composer")
  }

  @Test("Commands by some of their letters")
  func palette() {
    var driver = Driver(Sample.desk)
    driver.press(":")
    Golden.check(driver, "palette")
    driver.press("mark<down>")
    Golden.check(driver, "palette-found")
    driver.press("zzz")
    Golden.check(driver, "palette-nothing", sizes: [Golden.sizes[0]])
  }

  @Test("A search as it is typed")
  func search() {
    var driver = Driver(Sample.desk)
    driver.press("/leaks")
    Golden.check(driver, "prompt-search")
  }

  @Test("A filter with a fault says where")
  func filterFault() {
    var driver = Driver(Sample.desk)
    driver.press("fstars:1 cause:gremlins age:<lt>7d<enter>")
    Golden.check(driver, "prompt-filter-fault")
  }

  @Test("The period of a sales file")
  func period() {
    var driver = Driver(Sample.desk)
    driver.answer(.periodNeeded(path: "/tmp/BusinessReport.csv"))
    driver.press("2026<enter>")
    Golden.check(driver, "prompt-period")
  }

  @Test("The causes to choose from")
  func causes() {
    var driver = Driver(Sample.desk)
    driver.press("xxt")
    Golden.check(driver, "choice-cause")
  }

  @Test("A warning that wants one deliberate key, while a cooldown runs")
  func lastQuestion() {
    let file = Sample.file([Sample.review(1, "J. Rivera")], events: Sample.story)
    var driver = Sample.composing(SampleDraft.warned, file: file)
    driver.press("<ctrl-s>")
    Golden.check(driver, "choice-queue")
  }

  @Test("Recording that a person opted out")
  func optOut() {
    var driver = Driver(Sample.desk)
    driver.press("<enter>O")
    Golden.check(driver, "choice-opt-out")
  }

  @Test("A contact made elsewhere, with a fault in the time")
  func form() {
    var driver = Driver(Sample.desk)
    driver.press("<enter>r")
    Golden.check(driver, "form")
    driver.press("<enter><ctrl-a><ctrl-k>tomorrow<enter>phone<enter>Called them<enter>")
    Golden.check(driver, "form-fault")
  }
}
