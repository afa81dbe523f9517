import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("What the cause steers in the composer")
struct SteeringTests {
  private func composer(_ review: Review) -> Driver {
    var driver = Driver(
      Sample.desk(Sample.file([review])), size: Size(rows: 40, columns: 120))
    driver.press("c")
    return driver
  }

  @Test("The checks name the remedy that fits the cause, until the reply has one")
  func remedy() {
    var driver = composer(Sample.review(1, cause: .damaged))
    #expect(driver.checks.contains("› damaged: Replace it or refund it, as they like"))
    driver.press("The refund is on its way today.")
    #expect(!driver.checks.contains("Replace it or refund it"))
  }

  @Test("A cause that is only suggested steers as well, with a question mark")
  func suggested() {
    let driver = composer(Sample.review(1))
    #expect(driver.checks.contains("› damaged?: Replace it or refund it, as they like"))
  }

  @Test("Where nobody knows the cause an open question is proposed, in the customer's language")
  func unknown() {
    let question = "ask, and offer nothing yet: “What happened, and when?”"
    for review in [
      Sample.review(1, title: "Hm", text: ""), Sample.review(1, cause: .unknown),
    ] {
      #expect(composer(review).checks.contains(question))
    }
  }

  @Test("A key puts in the text that fits, with the blanks filled, where the cursor stands")
  func starter() {
    var driver = composer(Sample.review(1, "J. Rivera"))
    driver.press("<ctrl-t>")
    #expect(
      driver.savedDrafts.last?.text
        == "Hello J. Rivera,\n\nI am sorry that the base broke.\n\nAmy")
    driver.press("<ctrl-z>")
    #expect(driver.savedDrafts.last?.text == "")
    driver = composer(Sample.review(1, "J. Rivera", cause: .unknown))
    driver.press("PS<ctrl-t>")
    #expect(driver.savedDrafts.last?.text == "PSHello J. Rivera,\n\nWhat happened?")
  }

  @Test("Where no text fits it says so")
  func noStarter() {
    var driver = composer(Sample.review(1, cause: .late))
    #expect(driver.press("<ctrl-t>") == [.bell])
    #expect(driver.status == "there is no text to begin with for this case and language")
  }

  @Test("The composer with a suggested cause, and with an unknown one")
  func screens() {
    Golden.check(composer(Sample.review(1)), "composer-suggested", sizes: Golden.caseSizes)
    Golden.check(
      composer(Sample.review(1, cause: .unknown)), "composer-unknown", sizes: Golden.caseSizes)
  }
}

extension Driver {
  /// What the pane beside the draft says, its lines joined.
  fileprivate var checks: String {
    rows.compactMap { row in
      row.contains("│") ? row.split(separator: "│").last : nil
    }.flatMap { $0.split(separator: " ") }.joined(separator: " ")
  }
}
