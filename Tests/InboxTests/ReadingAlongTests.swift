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

/// Opinions of a second reader made by hand, and composers in which they are given.
private enum HandMade {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 50, columns: 160)]

  /// Of the reader only what it says of the whole counts: above zero it warns, from one on it blocks.
  private static let weights = JointWeights(
    adapter: "made by hand", block: JointWeights.Sum(reader: 1), blockFrom: 1,
    strictBlockFrom: 1, warnFrom: 0, signsHoldFrom: -9, warnings: [])

  /// It finds nothing.
  static func clean(_ request: ReadingRequest) -> ReadingAnswer {
    answer(request, ReaderOpinion(logits: unlikely), mode: .on)
  }

  /// It reads a condition, and points at the refund.
  static func blocking(_ request: ReadingRequest, mode: ReaderMode = .on) -> ReadingAnswer {
    var opinion = ReaderOpinion(logits: unlikely)
    opinion[.block] = 5
    opinion[.lureConditional] = 4
    let text = Array(cases(of: request).draft.draft.text.utf8)
    opinion.pointers = [text.firstRange(of: Array("The refund".utf8))].compactMap(\.self)
      .map { ReaderOpinion.Pointer(range: $0, logit: 3) }
    return answer(request, opinion, mode: mode)
  }

  private static let unlikely = ReaderOpinion.Output.allCases.map { _ in Float(-5) }

  private static func answer(
    _ request: ReadingRequest, _ opinion: ReaderOpinion, mode: ReaderMode
  ) -> ReadingAnswer {
    .opinion(
      SecondOpinion(cases: cases(of: request), opinion: opinion, weights: weights, mode: mode))
  }

  private static func cases(of request: ReadingRequest) -> ReaderCases {
    SamplePolicy.policy.readerCases(of: request.text, in: request.context)
  }

  /// A composer with a draft that a reader has answered to at once.
  static func composer(
    _ draft: String = "", reading: @escaping @Sendable (ReadingRequest) -> ReadingAnswer
  ) -> Driver {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.desk.reading = reading
    driver.press("c")
    if !draft.isEmpty { driver.paste(draft) }
    return driver
  }

  /// A composer with a draft that a reader has not answered to yet.
  static func beingRead(_ draft: String = SampleDraft.clean) -> Driver {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.press("c")
    driver.isAnswering = false
    driver.paste(draft)
    return driver
  }

  /// The stranger, who has asked for a refund meanwhile.
  static let refundAsked = Sample.file(
    [Sample.review(1, "J. Rivera", cause: .damaged)],
    events: [Sample.ago(.minutes(1), .refundAsked)])
}

extension Driver {
  /// What the second reader was asked, in order.
  fileprivate var readings: [ReadingRequest] {
    effects.compactMap { if case .read(let request) = $0 { request } else { nil } }
  }

  /// The words of the draft that are marked as blocked, row by row.
  fileprivate var underlined: [String] {
    let grid = frame().grid
    return (0..<grid.size.rows).map { row in
      grid.cells(row: row).filter { SampleTheme.name(of: $0.style) == Role.draftBlock.rawValue }
        .map(\.text).joined()
    }.filter { !$0.isEmpty }
  }
}
