import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Pictures of the composer")
struct ComposerScreenTests {
  @Test("Nothing written yet")
  func empty() {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.press("c")
    Golden.check(driver, "composer-empty")
  }

  @Test("A draft without findings")
  func clean() {
    Golden.check(Sample.composing(SampleDraft.clean), "composer-clean")
  }

  @Test("What a good reply still lacks is said, and goes as it is written")
  func points() {
    var driver = Sample.composing("Hello, I am sorry")
    driver.resize(Size(rows: 50, columns: 160))
    #expect(driver.text.contains("✓ sorry · a person’s voice"))
    #expect(driver.text.contains("○ Say what happens next, and by which day."))
    driver.press(" that the base broke because it was thin. The refund is on its way today.")
    #expect(driver.text.contains("✓ names the trouble · sorry · reason · remedy · next step"))
    #expect(!driver.text.contains("○"))
  }

  @Test("A warning")
  func warned() {
    Golden.check(Sample.composing(SampleDraft.warned), "composer-warned")
  }

  @Test("A block, underlined in the text and explained")
  func blocked() {
    Golden.check(Sample.composing(SampleDraft.blocked), "composer-blocked")
  }

  @Test("More findings than fit, the second one gone to")
  func manyFindings() {
    var driver = Sample.composing(
      "Use our discount code. Change it once you have updated your review, if you change your review."
    )
    driver.press("<ctrl-n><ctrl-n>")
    Golden.check(driver, "composer-findings")
  }

  @Test("A long draft with wide characters, part of it selected")
  func selection() {
    var driver = Sample.composing(
      String(repeating: SampleDraft.clean + "\n\n山田様、申し訳ございません。 ", count: 6))
    driver.press("<shift-up><shift-up><shift-left>")
    Golden.check(driver, "composer-selection")
  }

  @Test("A customer who may not be written to yet")
  func cooling() {
    let file = Sample.file([Sample.review(1, "J. Rivera")], events: Sample.story)
    Golden.check(Sample.composing(SampleDraft.clean, file: file), "composer-cooling")
  }

  @Test("A draft that is being read")
  func loading() {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.isAnswering = false
    driver.press("c")
    Golden.check(driver, "composer-loading", sizes: [Golden.sizes[0]])
  }
}
