import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("What the second reader is asked while a reply is written")
struct ReadingRequestTests {
  @Test("Every change of the text is read, with the case")
  func typing() throws {
    var driver = HandMade.composer { HandMade.clean($0) }
    driver.press("Hi")
    driver.paste(" J.")
    #expect(driver.readings.map(\.text) == ["H", "Hi", "Hi J."])
    let context = try #require(driver.readings.last?.context)
    #expect(context.rating == 1)
    #expect(context.complaint.contains("The glass base had a crack."))
    #expect(context.order == "114-7863528-5211001")
    #expect(context.language == "en")
    #expect(!context.askedForRefund)
  }

  @Test("A kept draft is read when it is opened")
  func kept() {
    var driver = Driver(Sample.desk(Sample.stranger, draft: "Dear J."))
    driver.press("c")
    #expect(driver.readings.map(\.text) == ["Dear J."])
  }

  @Test("What was typed before the draft had been opened is read with it")
  func typedAhead() {
    var driver = Driver(Sample.desk(Sample.stranger, draft: "Dear J."))
    driver.desk.reading = { HandMade.clean($0) }
    driver.isAnswering = false
    driver.press("c!")
    #expect(driver.readings.isEmpty)
    driver.answerAll()
    #expect(driver.readings.map(\.text) == ["Dear J.!"])
  }

  @Test("A text from the editor is read")
  func editor() {
    var driver = HandMade.composer("Hi") { HandMade.clean($0) }
    driver.desk.edited = "Written elsewhere"
    driver.press("<ctrl-e>")
    #expect(driver.readings.map(\.text) == ["Hi", "Written elsewhere"])
  }

  @Test("A safe wording that was put in is read")
  func rewrite() {
    var driver = HandMade.composer(SampleDraft.blocked) { HandMade.clean($0) }
    driver.press("<ctrl-n><ctrl-r>")
    #expect(driver.readings.count == 2)
    #expect(driver.readings.last?.text == "Hello, we are sorry. Your refund is on its way.")
  }

  @Test("Nothing is asked about an empty draft")
  func empty() {
    var driver = HandMade.composer { HandMade.clean($0) }
    driver.press("x<backspace>")
    #expect(driver.readings.map(\.text) == ["x"])
  }

  @Test("What has been read is not asked about again, whatever is read of the desk meanwhile")
  func unchanged() {
    var driver = HandMade.composer(SampleDraft.clean) { HandMade.clean($0) }
    driver.press("<left><home><ctrl-a>")
    driver.send(.deskChanged)
    #expect(driver.readings.count == 1)
  }

  @Test("What is being read is not asked about again")
  func unchangedUnderWay() {
    var driver = HandMade.beingRead()
    driver.press("<left><home><ctrl-a>")
    driver.answer(.customer(CustomerID(1), Sample.stranger))
    #expect(driver.readings.count == 1)
  }

  @Test("A fact that changes the case has the same text read again, once")
  func newFact() {
    var driver = HandMade.composer(SampleDraft.clean) { HandMade.clean($0) }
    driver.desk.files[CustomerID(1)] = HandMade.refundAsked
    driver.send(.deskChanged)
    driver.send(.deskChanged)
    #expect(driver.readings.map(\.text) == [SampleDraft.clean, SampleDraft.clean])
    #expect(driver.readings.map(\.context.askedForRefund) == [false, true])
  }

  @Test("A fact that changes the case while the text is being read has it read again")
  func newFactUnderWay() {
    var driver = HandMade.beingRead()
    driver.answer(.customer(CustomerID(1), HandMade.refundAsked))
    #expect(driver.readings.map(\.context.askedForRefund) == [false, true])
  }

  @Test("Where the rules judge alone, nothing more is asked")
  func absent() {
    var driver = HandMade.composer { _ in .rulesAlone("it is not installed") }
    driver.press("Hi")
    driver.send(.deskChanged)
    #expect(driver.readings.map(\.text) == ["H"])
  }
}

@Suite("What the second reader says of the reply being written")
struct ReadingFindingTests {
  @Test("Its finding stands among the checks, is told from a rule's, and has its words underlined")
  func finding() {
    let driver = HandMade.composer(SampleDraft.clean) { HandMade.blocking($0) }
    #expect(driver.text.contains("✗ lure.conditional  BLOCKS  (a reading)"))
    #expect(driver.underlined == ["The refund"])
  }

  @Test("Its finding, in pictures")
  func findingScreen() {
    let driver = HandMade.composer(SampleDraft.clean) { HandMade.blocking($0) }
    Golden.check(driver, "composer-read-blocked", sizes: HandMade.sizes)
  }

  @Test("A rule's finding is told without a word on readings")
  func ruleFinding() {
    let driver = HandMade.composer(SampleDraft.blocked) { HandMade.blocking($0) }
    #expect(driver.text.contains("✗ lure.conditional  BLOCKS"))
    #expect(!driver.text.contains("(a reading)"))
  }

  @Test("What it blocks is not queued, whatever is pressed")
  func blocks() {
    var driver = HandMade.composer(SampleDraft.clean) { HandMade.blocking($0) }
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.status == "BLOCKED by 1 finding: ctrl-n shows")
    driver.press("<ctrl-s>W<ctrl-s>y")
    #expect(driver.queued.isEmpty)
    #expect(driver.top == "composer")
  }

  @Test("Where it may only warn, its warning is accepted like a rule's")
  func warns() throws {
    var driver = HandMade.composer(SampleDraft.clean) { HandMade.blocking($0, mode: .warn) }
    #expect(driver.text.contains("! lure.conditional  warns  (a reading)"))
    #expect(driver.press("<ctrl-s>") == [])
    driver.press("W")
    let item = try #require(driver.queued.first)
    #expect(item.acceptedWarnings == ["lure.conditional"])
  }

  @Test("The finding that was gone to has the cursor at its words")
  func nextFinding() {
    var driver = HandMade.composer(SampleDraft.clean) { HandMade.blocking($0) }
    driver.press("<ctrl-n>")
    let area = driver.inbox.composer?.area
    #expect(area?.text.utf8.dropFirst(area?.cursor ?? 0).starts(with: "The refund".utf8) == true)
  }

  @Test("While a newer text is read its last verdict still counts, but underlines nothing")
  func olderOpinion() {
    var driver = HandMade.composer(SampleDraft.clean) { HandMade.blocking($0) }
    driver.isAnswering = false
    driver.paste(" Thanks")
    #expect(driver.text.contains("✗ lure.conditional  BLOCKS  (a reading)"))
    #expect(driver.underlined.isEmpty)
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.queued.isEmpty)
  }

  @Test("Its newer opinion takes the place of the last one")
  func newerOpinion() {
    var driver = HandMade.composer(SampleDraft.clean) { HandMade.blocking($0) }
    driver.desk.reading = { HandMade.clean($0) }
    driver.paste(" Thanks")
    #expect(driver.inbox.composer?.report?.verdict == .pass)
    #expect(driver.text.contains("✓ wording: nothing found"))
    driver.desk.reading = { HandMade.blocking($0) }
    driver.paste(" again")
    #expect(driver.inbox.composer?.report?.verdict == .block)
    #expect(driver.underlined == ["The refund"])
  }

  @Test("The answer to an older request is ignored")
  func olderAnswer() throws {
    var driver = HandMade.beingRead()
    let older = try #require(driver.readings.last)
    driver.paste(" Thanks")
    let newest = try #require(driver.readings.last)
    #expect(driver.answer(.read(older, HandMade.blocking(older))) == [])
    #expect(driver.inbox.composer?.report?.verdict == .pass)
    #expect(driver.text.contains("… the second reader is reading"))
    driver.answer(.read(newest, HandMade.clean(newest)))
    driver.answer(.read(older, HandMade.blocking(older)))
    #expect(driver.inbox.composer?.report?.verdict == .pass)
    #expect(driver.text.contains("✓ read by the rules and the second reader"))
  }
}

@Suite("How far the second reader is, among the checks")
struct ReadingStandTests {
  @Test("It reads")
  func underWay() {
    Golden.check(HandMade.beingRead(), "composer-being-read", sizes: HandMade.sizes)
  }

  @Test("Both have read")
  func read() {
    let driver = HandMade.composer(SampleDraft.clean) { HandMade.clean($0) }
    #expect(driver.rows.contains(" ✓ read by the rules and the second reader"))
  }

  @Test("The rules judge alone, with the reason")
  func alone() {
    let driver = HandMade.composer(SampleDraft.clean) { _ in .rulesAlone("it is not installed") }
    #expect(driver.rows.contains(" ○ the rules judge alone: it is not installed"))
    #expect(!driver.text.contains("second reader"))
  }

  @Test("A long reason is told to its end")
  func longReason() {
    let reason = "the second reader is not installed: run `amends reader install`"
    var driver = HandMade.composer(SampleDraft.clean) { _ in .rulesAlone(reason) }
    driver.resize(Size(rows: 50, columns: 160))
    #expect(driver.text.contains("○ the rules judge alone: the second reader is not"))
    #expect(driver.text.contains("reader install`"))
  }

  @Test("Where a person has chosen the rules alone, nothing is said of it")
  func chosen() {
    let driver = HandMade.composer(SampleDraft.clean) { _ in .rulesAlone("") }
    #expect(driver.text.contains("✓ wording: nothing found"))
    #expect(!driver.text.contains("reader"))
    #expect(!driver.text.contains("judge alone"))
  }

  @Test("Nothing is said while nothing is written")
  func nothingWritten() {
    var driver = HandMade.beingRead("x")
    driver.press("<backspace>")
    #expect(driver.text.contains("nothing written yet"))
    #expect(!driver.text.contains("reader"))
  }

  @Test("It took too long")
  func late() {
    var driver = HandMade.beingRead()
    driver.press("<ctrl-s>")
    driver.wait(.seconds(2))
    driver.press("<escape>")
    #expect(driver.rows.contains(" ! the second reader took too long"))
  }
}
