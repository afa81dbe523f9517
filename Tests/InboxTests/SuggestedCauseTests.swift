import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Suggested causes")
struct SuggestedCauseTests {
  private func desk(_ reviews: Review...) -> FakeDesk {
    var desk = FakeDesk()
    desk.rows = reviews.map { Sample.row($0) }
    for row in desk.rows { desk.files[row.customer.id] = Sample.file(of: row) }
    return desk
  }

  private let damaged = Sample.review(1, "J. Rivera")
  private let late = Sample.review(2, "Ana Lima", title: "Still waiting", text: "")
  private let silent = Sample.review(3, "P. Novak", title: "Hm", text: "I asked for help.")
  private let fake = Sample.review(4, "R. Diaz", title: "Total scam", text: "", isVerified: false)
  private let judged = Sample.review(5, "S. Haas", cause: .price)

  @Test("The list shows them with a question mark until somebody has judged")
  func list() {
    var driver = Driver(desk(damaged, late, silent, judged))
    #expect(driver.rows[2].contains(" damaged? "))
    #expect(driver.rows[3].contains(" late? "))
    #expect(driver.rows[4].contains(" – "))
    #expect(driver.rows[5].contains(" price "))
    driver.desk.rows[0].review.cause = .damaged
    driver.send(.deskChanged)
    #expect(driver.rows[2].contains(" damaged  "))
  }

  @Test("A name that is too long for the column keeps its question mark")
  func longName() {
    let driver = Driver(desk(Sample.review(1, title: "A screw is missing", text: "")))
    #expect(driver.rows[2].contains(" missing p…? "))
  }

  @Test("Nothing is suggested before the words have been read")
  func unread() {
    var desk = desk(damaged)
    desk.guide = nil
    var driver = Driver(desk)
    #expect(driver.rows[2].contains(" – "))
    #expect(driver.press("T") == [.bell])
    #expect(driver.status == "the words for causes are still being read")
    driver.answer(.guide(SampleGuide.guide))
    #expect(driver.rows[2].contains(" damaged? "))
  }

  @Test("A review that changes is looked at anew")
  func changed() {
    var driver = Driver(desk(damaged))
    driver.desk.rows[0].review.title = "Leaks"
    driver.desk.rows[0].review.text = "It leaks and leaks."
    driver.send(.deskChanged)
    #expect(driver.rows[2].contains(" defect? "))
  }

  @Test("One key takes the suggestion, and undoing gives it back")
  func take() {
    var driver = Driver(desk(damaged))
    #expect(driver.press("T") == [.setCauses([ReviewID(1): .damaged])])
    #expect(driver.status == "cause set on 1 · u undoes it")
    #expect(driver.press("u") == [.setCauses([ReviewID(1): nil])])
  }

  @Test("It takes the suggestions of all marked, each its own; what stays open stays marked")
  func takeMarked() {
    var driver = Driver(desk(damaged, late, silent, fake, judged))
    driver.press("xxxxx")
    #expect(
      driver.press("T") == [.setCauses([ReviewID(1): .damaged, ReviewID(2): .late])])
    #expect(driver.inbox.list.marked.keys.map(\.number).sorted() == [3, 4, 5])
    #expect(driver.status == "cause set on 2 · u undoes it")
  }

  @Test("With a customer it takes the suggestion of the review that is open")
  func takeWithCustomer() {
    var driver = Driver(desk(damaged))
    driver.press("<enter>")
    #expect(driver.text.contains("cause: damaged? · open"))
    #expect(driver.text.contains("T takes “damaged”"))
    #expect(driver.press("T") == [.setCauses([ReviewID(1): .damaged])])
  }

  @Test("Where nothing is suggested, or all is judged, it says so")
  func nothing() {
    var driver = Driver(desk(silent))
    #expect(driver.press("T") == [.bell])
    #expect(driver.status == "no cause is suggested here: t says it")
    driver = Driver(desk(judged))
    #expect(driver.press("T") == [.bell])
    #expect(driver.status == "the cause is judged already: t changes it")
  }

  @Test("That a review is fabricated is always a question")
  func fabricated() {
    var driver = Driver(desk(fake))
    #expect(driver.rows[2].contains(" fabricated? "))
    #expect(driver.press("T") == [])
    #expect(driver.top == "choice")
    #expect(driver.text.contains("fabricated: it is reported, and never answered"))
    #expect(driver.press("<enter>") == [.setCauses([ReviewID(4): .fabricated])])
    var several = Driver(desk(fake, Sample.review(6, title: "Never bought", text: "")))
    #expect(several.press("XT") == [.bell])
    #expect(several.status == "what seems fabricated is looked at one by one")
  }

  @Test("The question for the cause begins with the suggestion and the words that suggest it")
  func question() {
    var driver = Driver(desk(damaged))
    driver.press("t")
    #expect(driver.text.contains("Suggested: damaged, by “Arrived with a cracked”, “had a crack”"))
    #expect(driver.press("<enter>") == [.setCauses([ReviewID(1): .damaged])])
    #expect(driver.press("tq") == [.setCauses([ReviewID(1): .quality])])
  }

  @Test("Words that stand in the text several times are quoted once")
  func quotedOnce() {
    let review = Sample.review(1, title: "Late", text: "late, LATE, and a crack")
    #expect(review.complaint == "Late\nlate, LATE, and a crack")
    #expect(review.quoted([0..<4, 5..<9, 11..<15, 23..<28]) == "“Late”, “crack”")
  }

  @Test("A hint is quoted, but is no answer")
  func hint() {
    var driver = Driver(desk(silent))
    driver.press("t")
    #expect(driver.text.contains("Perhaps service: “asked for help”"))
    #expect(driver.press("<enter>") == [.bell])
    #expect(driver.press("?") == [.setCauses([ReviewID(3): .unknown])])
  }

  @Test("Over several reviews it counts the suggestions")
  func questionForMany() {
    var driver = Driver(desk(damaged, late, silent))
    driver.press("xxxt")
    #expect(driver.text.contains("Suggested: 1 damaged, 1 late"))
    #expect(driver.text.contains("as suggested, on 2 of 3"))
    #expect(
      driver.press("<enter>") == [.setCauses([ReviewID(1): .damaged, ReviewID(2): .late])])
  }

  @Test("The words are underlined in preview and customer, headline and text")
  func underlined() {
    var driver = Driver(desk(damaged))
    let words = ["Arrived with a cracked", "had a crack"]
    #expect(driver.underlinedWords == words)
    driver.press("<enter>")
    #expect(driver.underlinedWords == words)
  }

  @Test("Of a judged review those words are underlined that speak for its cause")
  func underlinedJudged() {
    var desk = desk(damaged)
    desk.rows[0].review.cause = .service
    #expect(Driver(desk).underlinedWords == ["asked for help"])
    desk.rows[0].review.cause = .price
    #expect(Driver(desk).underlinedWords == [])
  }

  @Test("The question with a suggestion, and the customer whose words are underlined")
  func screens() {
    var driver = Driver(desk(damaged, late))
    driver.press("t")
    Golden.check(driver, "choice-cause-suggested", sizes: Golden.caseSizes)
    driver.press("<escape><enter>")
    Golden.check(driver, "customer-suggested", sizes: Golden.caseSizes)
  }
}

extension Driver {
  /// The underlined words, row by row.
  var underlinedWords: [String] {
    let grid = frame().grid
    return (0..<grid.size.rows).map { row in
      grid.cells(row: row).filter { $0.style.attributes.contains(.underline) }
        .map(\.text).joined()
    }.filter { !$0.isEmpty }
  }
}
