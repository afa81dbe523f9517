import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("A draft goes to disk from its first key")
struct DraftTests {
  private func opened(draft: String? = nil, isAnswering: Bool = true) -> Driver {
    var driver = Driver(Sample.desk(Sample.stranger, draft: draft))
    driver.isAnswering = isAnswering
    driver.press("c")
    return driver
  }

  @Test("The first key saves revision 1, and every change a higher one")
  func revisions() throws {
    var driver = opened()
    let first = try #require(driver.press("H").first)
    guard case .saveDraft(let draft) = first else {
      Issue.record("\(first)")
      return
    }
    #expect(draft.revision == 1)
    #expect(draft.text == "H")
    #expect(draft.review == ReviewID(1))
    #expect(draft.customer == CustomerID(1))
    #expect(draft.changedAt == Sample.now)
    driver.press("i<backspace><enter>")
    driver.paste("you\r\nthere\u{1B}[31m")
    #expect(driver.savedDrafts.map(\.revision) == [1, 2, 3, 4, 5])
    #expect(Set(driver.savedDrafts.map(\.id)) == [draft.id])
    #expect(driver.savedDrafts.last?.text == "H\nyou\nthere[31m")
  }

  @Test("Moving the cursor saves nothing")
  func motion() {
    var driver = opened()
    driver.press("Hi")
    #expect(driver.press("<left><home><end><ctrl-a>") == [])
    #expect(driver.savedDrafts.count == 2)
  }

  @Test("“Saved” is shown only after the answer, and only for the newest revision")
  func saved() throws {
    var driver = opened()
    driver.isAnswering = false
    driver.press("Hi")
    #expect(driver.rows[0].contains("○ saving"))
    let id = try #require(driver.savedDrafts.first?.id)
    driver.answer(.saved(id, revision: 1, at: driver.now))
    #expect(driver.rows[0].contains("○ saving"))
    driver.answer(.saved(id, revision: 2, at: driver.now))
    #expect(driver.rows[0].contains("● saved 14:00"))
    driver.answer(.saved(id, revision: 1, at: driver.now + .minutes(5)))
    #expect(driver.rows[0].contains("● saved 14:00"))
  }

  @Test("Escape keeps the draft and offers it again")
  func escape() {
    var driver = opened()
    driver.press("Hello")
    driver.desk.drafts[ReviewID(1)] = driver.savedDrafts.last
    let asked = driver.press("<escape>")
    #expect(asked.contains(.loadOpenDrafts))
    #expect(!asked.contains { if case .discardDraft = $0 { true } else { false } })
    driver.press("D")
    #expect(driver.text.contains(" Hello"))
    driver.press("!")
    #expect(driver.savedDrafts.last?.revision == 6)
    #expect(driver.savedDrafts.last?.text == "Hello!")
  }

  @Test("A kept draft is offered at the start, and goes on where its cursor stood")
  func offered() {
    var driver = Driver(Sample.desk(Sample.stranger, draft: "Dear J."))
    #expect(driver.status == "1 draft is kept, the newest from 12:30: D goes on with it")
    driver.press("D")
    #expect(driver.status == "draft of 12:30 opened again")
    driver.press("!")
    #expect(driver.savedDrafts.last?.text == "Dear J.!")
    #expect(driver.savedDrafts.last?.revision == 8)
    #expect(driver.savedDrafts.last?.id == DraftID("kept"))
  }

  @Test("What is typed before the draft has been read is not lost")
  func typedAhead() {
    var driver = opened(draft: "Dear J.", isAnswering: false)
    #expect(driver.press(" Thanks") == [])
    driver.answerAll()
    #expect(driver.savedDrafts.last?.text == "Dear J. Thanks")
  }

  @Test("The text of the editor comes back as a change; a failed editor changes nothing")
  func editor() {
    var driver = opened()
    driver.press("Hi")
    #expect(driver.press("<ctrl-e>").count == 2)
    #expect(driver.status == "the editor failed: the draft stays as it was")
    driver.desk.edited = "Written elsewhere"
    driver.press("<ctrl-e>")
    #expect(driver.savedDrafts.last?.text == "Written elsewhere")
    #expect(driver.savedDrafts.last?.revision == 3)
  }

  @Test("Putting a draft away asks, and closes the composer")
  func discard() {
    var driver = opened()
    driver.press("Hi")
    #expect(driver.press("<alt-x><escape>") == [])
    #expect(driver.top == "composer")
    let asked = driver.press("<alt-x>y")
    #expect(asked == driver.savedDrafts.last.map { [.discardDraft($0.id)] })
    #expect(driver.top == "list")
    #expect(driver.status == "draft put away")
  }

  @Test("A copied selection goes to the clipboard")
  func copy() {
    var driver = opened()
    driver.press("Hello")
    let asked = driver.press("<shift-left><shift-left><alt-w>")
    #expect(asked == [.copy("lo", what: "the selection")])
  }

  @Test("The newest finding is gone to, and its safe wording takes the sentence's place")
  func rewrite() {
    var driver = Sample.composing(SampleDraft.blocked)
    driver.press("<ctrl-n>")
    #expect(driver.inbox.composer?.area.cursor == 45)
    driver.press("<ctrl-r>")
    #expect(driver.savedDrafts.last?.text == "Hello, we are sorry. Your refund is on its way.")
    #expect(driver.inbox.composer?.report?.verdict == .pass)
  }

  @Test("A fact that arrives while one writes is judged at once")
  func freshFacts() {
    var driver = Sample.composing(SampleDraft.clean)
    #expect(driver.text.contains("✓ contact allowed"))
    let events = [Sample.ago(.hours(1), .optedOut)]
    driver.desk.files[CustomerID(1)] = Sample.file(
      [Sample.review(1, "J. Rivera")], events: events)
    driver.send(.deskChanged)
    #expect(driver.text.contains("✗ contact: they opted out"))
    #expect(driver.savedDrafts.count == 1)
  }

  @Test("Own earlier messages of the case are judged with the draft")
  func earlierMessages() throws {
    var file = Sample.stranger
    file.reviews[0].order = "111-1111111-1111111"
    let at = Instant(milliseconds: 0)
    let entries: [(ContactEventKind, String, String?)] = [
      (.contacted, "We refunded you.", "111-1111111-1111111"), (.answered, "Thank you.", nil),
      (.contacted, "About another lamp.", "222-2222222-2222222"), (.contacted, "", nil),
      (.contacted, "A new lamp follows.", nil),
    ]
    file.timeline = entries.enumerated().map { index, entry in
      TimelineEntry(
        kind: .contact(EventID(Int64(index)), entry.0), at: at, text: entry.1, order: entry.2)
    }
    var composer = Composer(review: file.reviews[0].id, customer: file.customer.id)
    composer.file = file
    let context = try #require(composer.context(profile: .default))
    #expect(context.earlier == ["We refunded you.", "A new lamp follows."])
  }
}
