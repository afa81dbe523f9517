import AmendsPolicy
import Delivery
import Ledger
import Testing

@Suite("The rest of a sender whose server takes nothing")
struct SenderPauseTests {
  private let fault = StepOutcome.unreached(Sample.id, reason: "connection refused")

  private func pause(after outcomes: [StepOutcome]) -> SenderPause {
    var pause = SenderPause()
    for outcome in outcomes { pause.note(outcome, at: Sample.now) }
    return pause
  }

  @Test("one fault may be one recipient's: nothing rests yet")
  func first() {
    #expect(!pause(after: [fault]).holds(at: Sample.now))
  }

  @Test("from the second in a row on it rests, each time longer, as planned")
  func growing() {
    for count in 2...9 {
      let wait = RetryPlan.connection.wait(after: count - 1, of: "sender")
      let pause = pause(after: Array(repeating: fault, count: count))
      #expect(pause.until == wait.map { Sample.now + $0 })
      #expect(pause.reason == "connection refused")
    }
  }

  @Test("it holds until its end, and not at it")
  func bounds() throws {
    let pause = pause(after: [fault, fault])
    let until = try #require(pause.until)
    #expect(pause.holds(at: until - Span(milliseconds: 1)))
    #expect(!pause.holds(at: until))
  }

  @Test("a server that answers ends it, whatever it answers")
  func answered() {
    for outcome in [
      StepOutcome.sent(Sample.id), .deferred(Sample.id, reason: "452"),
      .refused(Sample.id, reason: "550"), .lost(Sample.id, reason: "cut off"),
    ] { #expect(pause(after: [fault, fault, outcome]) == SenderPause()) }
  }

  @Test("what does not come from the server leaves it as it is")
  func unrelated() {
    let before = pause(after: [fault, fault])
    for outcome in [
      StepOutcome.idle, .overtaken(Sample.id), .released(Sample.id),
      .held(Sample.id, .noAddress), .undone(Sample.id, reason: "disk"),
    ] { #expect(pause(after: [fault, fault, outcome]) == before) }
  }

  @Test("a fault of the desk rests at once; a person lifts any rest")
  func desk() {
    var pause = SenderPause()
    pause.note(desk: "the disk is full", at: Sample.now)
    #expect(pause.holds(at: Sample.now))
    pause.lift()
    #expect(!pause.holds(at: Sample.now))
    #expect(pause.reason == "the disk is full")
  }
}
