import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Evidence and removal, for the marketplace")
struct SheetTests {
  private let fake = Sample.fabricated

  private func opened(_ desk: FakeDesk, keys: String = "M") -> Driver {
    var driver = Driver(desk)
    driver.press(keys)
    return driver
  }

  private func feedback(_ text: String, age: Span = .days(4)) -> Driver {
    opened(
      Sample.desk(
        Sample.file([
          Sample.review(
            1, "J. Rivera", title: "", text: text, age: age, kind: .sellerFeedback)
        ])))
  }

  @Test("The evidence says what is known, and what the text shows")
  func evidence() {
    var desk = Sample.desk(Sample.file([fake, Sample.review(7, "R. Diaz", stars: 2)]))
    desk.sameTexts = [Sample.review(2, "M. Okafor", age: .days(3))]
    let text = opened(desk).text
    #expect(text.contains("Report it; never write to the person. 2 reasons found."))
    #expect(text.contains("order      114-7863528-5211001"))
    #expect(text.contains("purchase   not verified by the marketplace"))
    #expect(text.contains("same text  M. Okafor 24 Nov 14:00"))
    #expect(text.contains("of theirs  ★★ 27 Nov 12:00"))
    #expect(text.contains("✓ the writer says that they did not buy it: “never bought”"))
    #expect(text.contains("✓ others wrote the very same text"))
    #expect(text.contains("– it has obscene words"))
  }

  @Test("The ready text is copied, and that it was sent is noted, which can be undone")
  func copyAndRecord() throws {
    var driver = opened(Sample.desk(Sample.file([fake])))
    guard case .copy(let text, let what)? = driver.press("y").first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(what == "the text for the marketplace")
    #expect(
      text == """
        Please look at review R1 of B0EXAMPLE1, posted on 2026-11-27, 1 of 5 stars:
        - never-bought: “never bought”
        - The purchase is not verified.
        """)
    guard case .note(let customer, let note)? = driver.press("r").first else {
      Issue.record("nothing was noted")
      return
    }
    #expect(customer == CustomerID(1))
    #expect(note.hasPrefix("reported to the marketplace (R1): Please look") && !note.contains("\n"))
    #expect(driver.press("u") == [.retract(EventID(2))])
  }

  @Test("Only what is judged as fabricated is never written to, and only a ground is reported")
  func verdicts() {
    let clean = "The lamp is dim."
    for (cause, text, verdict, isReported) in [
      (.fabricated, clean, "Report it with facts of your own; never write to the person.", true),
      (nil, "Damn it.", "It may be reported: 1 reason found.", true),
      (nil, clean, "No reason is found in the text: it is not to be reported.", false),
    ] as [(Cause?, String, String, Bool)] {
      let review = Sample.review(1, "R. Diaz", title: "", text: text, cause: cause)
      var driver = opened(Sample.desk(Sample.file([review])))
      #expect(driver.text.contains(verdict))
      #expect(driver.text.contains("purchase   not known whether it is verified"))
      #expect((driver.press("y") != [.bell]) == isReported)
    }
  }

  @Test("What it quotes is copied and noted without a control character")
  func washed() {
    var hostile = fake
    hostile.externalID = "R1\u{1B}]52;c;aGk=\u{7}"
    hostile.asin = "B0\u{202E}\r\u{9B}2J"
    var driver = opened(Sample.desk(Sample.file([hostile])))
    for key in ["y", "r"] {
      switch driver.press(key).first {
      case .copy(let text, _), .note(_, let text):
        #expect(text.contains("R1") && text.contains("“never bought”"))
        #expect(text == SafeText.lines(text).map(\.string).joined(separator: "\n"))
      default: Issue.record("nothing was asked for")
      }
    }
  }

  @Test("That the marketplace was asked before stands in the sheet")
  func asked() {
    var file = Sample.file([fake])
    file.timeline = [
      TimelineEntry(
        kind: .note(EventID(3)), at: Sample.now - .days(1),
        text: "reported to the marketplace (R1): …", actor: "dan")
    ]
    #expect(opened(Sample.desk(file)).text.contains("asked      Thu 14:00 by dan"))
    file.timeline[0].text = "reported to the marketplace (R7): …"
    #expect(!opened(Sample.desk(file)).text.contains("asked      "))
  }

  @Test("A product review has no fulfilment to ask for")
  func noFulfilment() {
    var driver = opened(Sample.desk(Sample.file([fake])))
    #expect(driver.press("f") == [.bell])
    #expect(driver.status == "only a seller feedback depends on who fulfilled the order")
  }

  @Test("A feedback about the product alone is eligible, within its window")
  func removal() {
    var driver = feedback("The knife is dull.")
    #expect(driver.text.contains("Eligible: ask for its removal."))
    #expect(driver.text.contains("window     closes in 86d"))
    #expect(
      driver.press("y") == [
        .copy(
          "Please look at order 114-7863528-5211001: product, “dull”.",
          what: "the text for the marketplace")
      ])
    driver = feedback("The knife is dull.", age: .days(91))
    #expect(driver.text.contains("No: do not ask"))
    #expect(driver.press("y") == [.bell])
    #expect(driver.press("r") == [.bell])
    #expect(driver.status == "there is no ground to ask for it")
  }

  @Test("Whose delivery it was decides, and is said by one key")
  func fulfilment() {
    var driver = feedback("The courier was late.")
    #expect(driver.text.contains("Perhaps: ask only if it is so"))
    driver.press("f")
    #expect(driver.text.contains("fulfilled  by the marketplace"))
    #expect(driver.text.contains("Eligible: ask for its removal."))
    driver.press("ff")
    #expect(driver.text.contains("No: do not ask"))
    driver.press("f")
    #expect(driver.text.contains("fulfilled  not known"))
  }

  @Test("One about the seller stays, with the words that say so")
  func stays() {
    let driver = feedback("The knife is dull. The seller never answers.")
    #expect(driver.text.contains("✗ It speaks of the seller, so that it stays. “seller”"))
  }

  @Test("While it is being read nothing can be copied")
  func loading() {
    var driver = Driver(Sample.desk(Sample.file([fake])))
    driver.isAnswering = false
    driver.press("M")
    #expect(driver.press("y") == [.bell])
    #expect(driver.status == "the evidence is still being read")
  }

  @Test("Motions move it where it does not fit, and stop at its ends")
  func motion() {
    var driver = opened(Sample.desk(Sample.file([fake])))
    driver.resize(Size(rows: 10, columns: 60))
    let top = driver.rows[1]
    driver.press("jjj")
    #expect(driver.rows[1] != top)
    driver.press("G")
    let end = driver.rows
    driver.press("jj")
    #expect(driver.rows == end)
    driver.press("g")
    #expect(driver.rows[1] == top)
  }

  @Test("Going back leads to where it was opened")
  func back() {
    var driver = opened(Sample.desk(Sample.file([fake])), keys: "<enter>M")
    driver.press("q")
    #expect(driver.top == "customer")
  }

  @Test("The window's days count down by themselves")
  func countdown() throws {
    let driver = feedback("The knife is dull.")
    let change = try #require(driver.inbox.nextChange(after: driver.now))
    var later = driver
    later.wait(change - driver.now)
    #expect(later.text.contains("closes in 85d"))
  }

  @Test("The evidence, and a feedback that may be removed, stays, or perhaps may")
  func screens() {
    var desk = Sample.desk(Sample.file([fake, Sample.review(7, "R. Diaz", stars: 2)]))
    desk.sameTexts = [Sample.review(2, "M. Okafor", age: .days(3))]
    Golden.check(opened(desk), "report", sizes: Golden.caseSizes)
    Golden.check(feedback("The knife is dull."), "removal-eligible", sizes: Golden.caseSizes)
    Golden.check(
      feedback("The knife is dull. The seller never answers."), "removal-no",
      sizes: Golden.caseSizes)
    Golden.check(feedback("The courier was late."), "removal-perhaps", sizes: Golden.caseSizes)
  }
}
