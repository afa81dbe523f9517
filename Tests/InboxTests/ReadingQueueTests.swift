import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Queueing a reply while the second reader reads it")
struct ReadingQueueTests {
  private static let words = "the second reader is reading: the reply is queued when it has"

  /// A reply that waits to be queued until it has been read.
  private func waiting(_ draft: String = SampleDraft.clean) -> Driver {
    var driver = HandMade.beingRead(draft)
    driver.press("<ctrl-s>")
    return driver
  }

  @Test("The reply waits, and says so")
  func waits() {
    var driver = HandMade.beingRead()
    #expect(driver.press("<ctrl-s>") == [])
    #expect(driver.status == Self.words)
    #expect(driver.queued.isEmpty)
    #expect(driver.top == "composer")
  }

  @Test("What the reader finds nothing in is queued by itself")
  func clean() throws {
    var driver = waiting()
    driver.wait(.seconds(1))
    #expect(driver.queued.isEmpty)
    driver.desk.reading = { HandMade.clean($0) }
    driver.answerAll()
    let item = try #require(driver.queued.first)
    #expect(item.text == SampleDraft.clean)
    #expect(item.acceptedWarnings.isEmpty)
    #expect(item.queuedAt == Sample.now + .seconds(1))
    #expect(driver.queued.count == 1)
    #expect(driver.top == "list")
    #expect(driver.status.hasPrefix("queued:"))
  }

  @Test("What the reader blocks is refused, and waits no longer")
  func blocked() throws {
    var driver = waiting()
    let request = try #require(driver.readings.last)
    #expect(driver.answer(.read(request, HandMade.blocking(request))) == [.bell])
    #expect(driver.status == "BLOCKED by 1 finding: ctrl-n shows")
    driver.wait(.seconds(3))
    #expect(driver.top == "composer")
    #expect(driver.queued.isEmpty)
  }

  @Test("A rule's warning must be accepted as ever once the reader has read")
  func warned() {
    var driver = waiting(SampleDraft.warned)
    #expect(driver.top == "composer")
    driver.desk.reading = { HandMade.clean($0) }
    driver.answerAll()
    #expect(driver.top == "choice")
    driver.press("W")
    #expect(driver.queued.map(\.acceptedWarnings) == [["no.remedy"]])
  }

  @Test("What a rule blocks does not wait for the reader")
  func blockedByRule() {
    var driver = HandMade.beingRead(SampleDraft.blocked)
    #expect(driver.press("<ctrl-s>") == [.bell])
    #expect(driver.inbox.composer?.reading.patienceEnds == nil)
  }

  @Test("A reader that turns out to be missing holds nothing up")
  func absent() {
    var driver = waiting()
    driver.desk.reading = { _ in .rulesAlone("it is not installed") }
    driver.answerAll()
    #expect(driver.queued.map(\.acceptedWarnings) == [[]])
    #expect(driver.top == "list")
  }

  @Test("After two seconds the missing reading must be accepted, which is recorded")
  func late() throws {
    var driver = waiting()
    driver.wait(Span(milliseconds: 1999))
    #expect(driver.top == "composer")
    driver.wait(Span(milliseconds: 1))
    #expect(driver.top == "choice")
    #expect(driver.text.contains("Queue in spite of 1 warning?"))
    #expect(driver.text.contains("! reading.missing: Not read by the second reader"))
    #expect(driver.press("y") == [.bell])
    #expect(driver.queued.isEmpty)
    driver.press("W")
    let item = try #require(driver.queued.first)
    #expect(item.acceptedWarnings == ["reading.missing"])
    #expect(driver.queued.count == 1)
  }

  @Test("A missing reading is accepted together with a rule's warning")
  func lateAndWarned() {
    var driver = waiting(SampleDraft.warned)
    driver.wait(.seconds(2))
    #expect(driver.text.contains("Queue in spite of 2 warnings?"))
    driver.press("W")
    #expect(driver.queued.map(\.acceptedWarnings) == [["no.remedy", "reading.missing"]])
  }

  @Test("Only who wants to queue runs out of patience")
  func patientWriter() {
    var driver = HandMade.beingRead()
    driver.wait(.seconds(60))
    #expect(driver.top == "composer")
    #expect(driver.text.contains("… the second reader is reading"))
  }

  @Test("The end of the patience is the next change, and pressing again does not put it off")
  func nextChange() throws {
    var driver = waiting()
    let end = Sample.now + .seconds(2)
    #expect(driver.inbox.nextChange(after: driver.now) == end)
    driver.wait(.seconds(1))
    driver.press("<ctrl-s>")
    #expect(driver.inbox.nextChange(after: driver.now) == end)
    let request = try #require(driver.readings.last)
    driver.answer(.read(request, HandMade.blocking(request)))
    let quiet = Sample.instant("2026-11-27T21:00:00Z")
    #expect(driver.inbox.nextChange(after: driver.now) == quiet)
  }

  @Test("A reply that is in the outbox meanwhile ends the waiting in a refusal")
  func live() {
    var driver = waiting()
    var file = Sample.stranger
    file.outbox = Sample.waiting(1, .queued)
    driver.answer(.customer(CustomerID(1), file))
    #expect(driver.inbox.nextChange(after: driver.now) == Sample.now + .seconds(2))
    driver.wait(.seconds(2))
    #expect(driver.status == "a reply to this customer is already queued: o shows the outbox")
    #expect(driver.queued.isEmpty)
  }

  @Test("A fact that changes the case has the reply wait for its newer reading")
  func newFact() throws {
    var driver = waiting()
    let older = try #require(driver.readings.last)
    driver.answer(.customer(CustomerID(1), HandMade.refundAsked))
    let newest = try #require(driver.readings.last)
    #expect(driver.answer(.read(older, HandMade.clean(older))) == [])
    #expect(driver.queued.isEmpty)
    driver.answer(.read(newest, HandMade.clean(newest)))
    #expect(driver.queued.count == 1)
  }

  @Test("A late answer that blocks takes the question back")
  func lateBlock() throws {
    var driver = waiting()
    let request = try #require(driver.readings.last)
    driver.wait(.seconds(2))
    #expect(driver.top == "choice")
    driver.answer(.read(request, HandMade.blocking(request)))
    #expect(driver.top == "composer")
    #expect(driver.inbox.composer?.report?.verdict == .block)
    #expect(driver.status.hasPrefix("BLOCKED"))
    #expect(driver.queued.isEmpty)
  }

  @Test("A late answer that finds nothing leaves the question, and nothing is missing afterwards")
  func lateAnswer() throws {
    var driver = waiting()
    let request = try #require(driver.readings.last)
    driver.wait(.seconds(2))
    driver.answer(.read(request, HandMade.clean(request)))
    #expect(driver.top == "choice")
    driver.press("<escape><ctrl-s>")
    #expect(driver.queued.map(\.acceptedWarnings) == [[]])
  }

  @Test("Typing on stops the waiting: nothing half-written is queued")
  func typingOn() throws {
    var driver = waiting()
    driver.press("x")
    #expect(driver.status.hasPrefix("not queued"))
    let request = try #require(driver.readings.last)
    driver.answer(.read(request, HandMade.clean(request)))
    driver.wait(.seconds(3))
    #expect(driver.queued.isEmpty)
    #expect(driver.top == "composer")
  }

  @Test("Whoever opens something else meanwhile has nothing queued behind it")
  func elsewhere() throws {
    var driver = waiting()
    let request = try #require(driver.readings.last)
    driver.press("<alt-x>")
    driver.answer(.read(request, HandMade.clean(request)))
    #expect(driver.top == "choice")
    #expect(driver.queued.isEmpty)
  }

  @Test("What is written after the patience has ended is read again, and needs no acceptance then")
  func afterwards() {
    var driver = waiting()
    driver.wait(.seconds(2))
    driver.press("<escape>")
    driver.desk.reading = { HandMade.clean($0) }
    driver.isAnswering = true
    driver.paste(" Thanks")
    #expect(driver.rows.contains(" ✓ read by the rules and the second reader"))
    driver.press("<ctrl-s>")
    #expect(driver.queued.map(\.acceptedWarnings) == [[]])
  }

  @Test("A composer that is closed meanwhile queues nothing, whatever comes")
  func closed() throws {
    var driver = waiting()
    let request = try #require(driver.readings.last)
    driver.isAnswering = true
    driver.press("<escape>")
    #expect(driver.top == "list")
    #expect(driver.answer(.read(request, HandMade.clean(request))) == [])
    driver.wait(.seconds(3))
    #expect(driver.queued.isEmpty)
    #expect(driver.top == "list")
  }

  @Test("What the reader says of a draft that was closed is not held against the next one")
  func nextDraft() throws {
    var driver = waiting()
    let closed = try #require(driver.readings.last)
    driver.isAnswering = true
    driver.press("<escape>c")
    driver.isAnswering = false
    driver.paste(SampleDraft.clean + " Thanks")
    driver.answer(.read(closed, HandMade.blocking(closed)))
    #expect(driver.inbox.composer?.report?.verdict == .pass)
    #expect(driver.text.contains("… the second reader is reading"))
  }
}
