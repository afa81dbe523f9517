import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("What keeps messages from leaving")
struct SendingTests {
  private func frozen(_ freezes: [Freeze]) -> Driver {
    var desk = Sample.desk
    desk.counts.freezes = freezes
    return Driver(desk)
  }

  private var clock: Freeze { Freeze(.clock, reason: "the clock went back 1 h", since: Sample.now) }

  @Test("A line below everything says why, and how to end it, on every screen")
  func line() {
    let words = " ! sending is frozen: the clock went back 1 h · :allow-sending"
    var driver = frozen([clock])
    for keys in ["", "<enter>", "<escape>o", "<escape>c", "<escape>?", "<escape>/"] {
      driver.press(keys)
      #expect(driver.rows.last?.trimmingSpaces == words.trimmingSpaces, "\(keys)")
    }
    driver.resize(Size(rows: 4, columns: 40))
    #expect(driver.rows.last?.contains("frozen") == false)
  }

  @Test("Pictures of a frozen list and outbox")
  func pictures() {
    var driver = frozen([clock, Freeze(.stopped, reason: "batch 7", since: Sample.now, by: "ben")])
    Golden.check(driver, "list-frozen")
    driver.press("o")
    Golden.check(driver, "outbox-frozen")
    driver.press("A")
    driver.press("short<enter>")
    Golden.check(driver, "prompt-allow", sizes: [Golden.sizes[0]])
  }

  @Test("Allowing wants a reason that says something, and gives it on")
  func allows() throws {
    var driver = frozen([clock])
    driver.press("A")
    #expect(driver.top == "prompt")
    driver.press("short<enter>")
    #expect(driver.top == "prompt")
    #expect(driver.text.contains("! write a reason of 10 to 500 characters"))
    let asked = driver.press(" but longer<enter>")
    #expect(asked == [.allowSending(try #require(TypedReason("short but longer")))])
    #expect(driver.top == "list")
  }

  @Test("Stopping is a command of the palette, with a reason too")
  func stops() throws {
    var driver = Driver(Sample.desk)
    driver.press(":stop-sending<enter>")
    let asked = driver.press("the parcels are wrong<enter>")
    #expect(asked == [.stopSending(try #require(TypedReason("the parcels are wrong")))])
  }

  @Test("Once it is over the line is gone")
  func over() {
    var driver = frozen([clock])
    driver.desk.counts.freezes = []
    driver.send(.deskChanged)
    #expect(!driver.text.contains("frozen"))
  }

  @Test("What a time server ends is looked at once a minute, what a person has to say is not")
  func looks() {
    let waiting = Freeze(.clock, reason: "x", since: Sample.now, endsByItself: true)
    var driver = frozen([waiting])
    driver.desk.rows = []
    driver.send(.deskChanged)
    #expect(driver.inbox.nextChange(after: driver.now) == driver.now + .minutes(1))
    driver.now = driver.now + .minutes(1)
    #expect(driver.send(.ticked) == [.loadCounts])
    var sticky = frozen([clock])
    #expect(sticky.send(.ticked) == [])
  }
}

@Suite("A disk that takes no draft")
struct DiskTroubleTests {
  /// A composer with one change that the desk has not answered.
  private func writing() -> Driver {
    var driver = Sample.composing("Hello")
    driver.isAnswering = false
    driver.press("!")
    return driver
  }

  private func draft(_ driver: Driver) throws -> Draft { try #require(driver.savedDrafts.last) }

  @Test("“saved” stands there only once the desk has said so")
  func savedAfterTheCommit() throws {
    var driver = writing()
    driver.resize(Size(rows: 30, columns: 120))
    #expect(driver.rows[0].contains("○ saving"))
    let draft = try draft(driver)
    driver.answer(.saved(draft.id, revision: draft.revision - 1, at: driver.now))
    #expect(driver.rows[0].contains("○ saving"))
    driver.answer(.saved(draft.id, revision: draft.revision, at: driver.now))
    #expect(driver.rows[0].contains("● saved 14:00:00"))
  }

  @Test("A full disk is told in red with where the draft is, until a draft is on disk again")
  func full() throws {
    var driver = writing()
    let draft = try draft(driver)
    #expect(driver.answer(.notKept(draft.id, .full, copy: "/run/x")) == [.bell])
    #expect(driver.answer(.notKept(draft.id, .full, copy: "/run/x")) == [])
    let words = "! Disk full: writing goes on in memory and in /run/x, sending is stopped"
    #expect(driver.rows.last?.trimmingSpaces == words)
    #expect(driver.rows[0].contains("○ in memory"))
    driver.press("more")
    #expect(driver.rows.last?.trimmingSpaces == words)
    driver.answer(.saved(draft.id, revision: draft.revision, at: driver.now))
    #expect(!driver.text.contains("Disk full"))
  }

  @Test("A disk that failed says what to do")
  func failed() throws {
    var driver = writing()
    driver.resize(Size(rows: 30, columns: 120))
    driver.answer(.notKept(try draft(driver).id, .failed("fsync"), copy: nil))
    #expect(
      driver.rows.last?.contains(
        "The disk failed: writing goes on in memory, sending is stopped; leave and start Amends")
        == true)
  }
}
