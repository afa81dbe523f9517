import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("The way to react is chosen where there is a choice, or none")
struct RouteTests {
  private let owner = Sample.settings(shop: Shop(isBrandOwner: true))

  private func feedback(_ text: String = "The seller never answers.") -> Review {
    Sample.review(1, "J. Rivera", title: "", text: text, kind: .sellerFeedback)
  }

  private func opened(
    _ file: CustomerFile, _ settings: InboxSettings = Sample.settings(), keys: String = "c"
  ) -> Driver {
    var driver = Driver(Sample.desk(file), settings: settings)
    driver.press(keys)
    return driver
  }

  @Test("Where a message is the only way, the composer opens at once")
  func onlyMessage() {
    let driver = opened(Sample.stranger)
    #expect(driver.top == "composer")
  }

  @Test("A feedback leaves a choice; enter takes the first way that is open")
  func feedbackChoice() {
    var driver = opened(Sample.file([feedback()]))
    #expect(driver.top == "choice")
    #expect(driver.text.contains("message about the order (enter)"))
    driver.press("<enter>Hello")
    #expect(driver.top == "composer")
    #expect(driver.savedDrafts.last?.text == "Hello")
  }

  @Test("What is closed says why, and cannot be taken")
  func closed() {
    var driver = opened(Sample.file([feedback()]))
    #expect(driver.text.contains("there is no message of theirs to answer"))
    #expect(driver.press("a") == [.bell])
    #expect(driver.status == "not possible: there is no message of theirs to answer")
    #expect(driver.top == "choice")
  }

  @Test("Escape leaves composer and question")
  func escape() {
    var driver = opened(Sample.file([feedback()]))
    driver.press("<escape>")
    #expect(driver.top == "list")
  }

  @Test("Where there is no way at all it says so instead of letting somebody write in vain")
  func none() {
    let file = Sample.file(
      [Sample.review(1, "J. Rivera")], events: [Sample.ago(.days(2), .doNotContact)])
    var driver = opened(file)
    #expect(driver.text.contains("J. Rivera cannot be contacted about this"))
    #expect(driver.press("<enter>") == [.bell])
    driver.press("<escape>")
    #expect(driver.top == "list")
  }

  @Test("A draft that has been begun is gone on with, without asking again")
  func begun() {
    var driver = Driver(Sample.desk(Sample.stranger, draft: "Dear J."), settings: owner)
    driver.press("c")
    #expect(driver.top == "composer")
    driver.press("<ctrl-o>")
    #expect(driver.top == "choice")
    driver.press("<escape>")
    #expect(driver.top == "composer")
  }

  @Test("Whether a draft is meant for everybody to read is asked each time it is opened")
  func begunFeedback() {
    var driver = Driver(Sample.desk(Sample.file([feedback()]), draft: "Dear J."))
    driver.press("c")
    #expect(driver.top == "choice")
    driver.press("p")
    #expect(driver.rows[0].contains("Public reply to J. Rivera"))
    #expect(driver.inbox.composer?.area.text == "Dear J.")
  }

  @Test("Where a public reply was noted, another is not offered; below another feedback it is")
  func posted() {
    var file = Sample.file([feedback(), Sample.review(7, "J. Rivera", kind: .sellerFeedback)])
    file.timeline.append(
      TimelineEntry(
        kind: .note(EventID(9)), at: Sample.now - .hours(1),
        text: "public reply posted (\(feedback().order ?? "")): I am sorry.", actor: "amy"))
    var driver = opened(file)
    #expect(driver.top == "composer")
    driver.press("<ctrl-o>")
    #expect(driver.text.contains("there is one already: it cannot be edited, nor written twice"))
    file.timeline[file.timeline.count - 1].text = "public reply posted (114-0): I am sorry."
    driver = opened(file)
    #expect(driver.top == "choice" && !driver.text.contains("there is one already"))
  }

  @Test("Keys that were typed before the draft was read go into it once the way is chosen")
  func typedAhead() {
    var driver = Driver(Sample.desk(Sample.file([feedback()])))
    driver.isAnswering = false
    driver.press("cHi")
    driver.answerAll()
    #expect(driver.top == "choice")
    driver.press("m")
    #expect(driver.inbox.composer?.area.text == "Hi")
  }

  @Test("A template of the brand's tool is recorded as a contact")
  func template() {
    var driver = opened(Sample.stranger, owner)
    driver.press("b")
    #expect(driver.text.contains("Which template did you send?"))
    let key = CustomerKey.relay("buyer1@marketplace.amazon.com")
    #expect(
      driver.press("r") == [
        .record(
          ContactRecord(
            customer: key,
            event: ContactEvent(.contacted, at: Sample.now, order: "114-7863528-5211001"),
            channel: "contact customer", note: "template: courtesy refund"))
      ])
    #expect(driver.top == "list")
  }

  @Test("A public reply is checked as one, asked about once more, and noted")
  func publicReply() {
    var driver = opened(Sample.file([feedback()]))
    driver.press("p")
    #expect(driver.rows[0].contains("Public reply to J. Rivera"))
    #expect(driver.rows[0].contains("0/500"))
    driver.press("<ctrl-t>")
    #expect(driver.savedDrafts.last?.text == "I am sorry. Amy")
    driver.press("<ctrl-s>")
    #expect(driver.text.contains("It cannot be edited; once deleted"))
    let names = driver.press("P").map { String("\($0)".prefix { $0 != "(" }) }
    #expect(names == ["copy", "note", "discardDraft"])
    #expect(driver.top == "list")
    #expect(driver.queued == [])
  }

  @Test("A public reply tells no name, but may greet the customer of the marketplace")
  func names() {
    var other = Sample.review(2, "Holly Marsh")
    other.customer = CustomerID(1)
    let standIn = Sample.review(3, "Amazon Customer")
    let file = Sample.file([feedback(), other, standIn])
    #expect(file.personalData.contains("Holly Marsh"))
    #expect(!file.personalData.contains("Amazon Customer"))
  }

  @Test("What is judged as fabricated leads to its evidence, never to a message")
  func fabricated() {
    let review = Sample.review(1, "J. Rivera", cause: .fabricated)
    #expect(opened(Sample.file([review])).top == "report")
    #expect(opened(Sample.file([review]), keys: "<enter>c").top == "report")
    var driver = Driver(Sample.desk(Sample.file([review]), draft: "Dear J."))
    driver.press("D")
    #expect(driver.top == "report")
  }

  @Test("One that is judged so while a reply is being written cannot be queued")
  func fabricatedMeanwhile() {
    var driver = Sample.composing(SampleDraft.clean)
    let review = Sample.review(1, "J. Rivera", cause: .fabricated)
    driver.answer(.customer(CustomerID(1), Sample.file([review])))
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status == "it is judged as fabricated: it is reported, not answered")
  }

  @Test("The question for a feedback, for an owner of the brand, and where no way is open")
  func screens() {
    Golden.check(opened(Sample.file([feedback()])), "choice-way-feedback", sizes: Golden.caseSizes)
    Golden.check(opened(Sample.stranger, owner), "choice-way-brand", sizes: Golden.caseSizes)
    let file = Sample.file(
      [Sample.review(1, "J. Rivera")], events: [Sample.ago(.days(2), .complained)])
    Golden.check(opened(file), "choice-way-none", sizes: Golden.caseSizes)
  }
}
