import AmendsPolicy
import Ledger
import Testing

@Suite("When something is tried again")
struct RetryPlanTests {
  private let names = ["5f0c2b6e-9d1a-4c8e-8d57-0a1b2c3d4e5f", "a", ""]

  @Test(
    "each wait is twice the one before, at most four hours, and up to a quarter longer",
    arguments: zip(1...11, [2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240] as [Int64]))
  func waits(_ failures: Int, _ minutes: Int64) throws {
    for name in names {
      let wait = try #require(RetryPlan.reply.wait(after: failures, of: name))
      #expect(wait >= .minutes(minutes))
      #expect(wait <= .seconds(minutes * 75))
    }
  }

  @Test("a reply is tried twelve times, within 20 to 26 hours")
  func end() {
    for name in names {
      #expect(RetryPlan.reply.wait(after: 12, of: name) == nil)
      let waits = (1...11).compactMap { RetryPlan.reply.wait(after: $0, of: name) }
      let whole = waits.reduce(0) { $0 + $1.milliseconds }
      #expect((Span.hours(20).milliseconds...Span.hours(26).milliseconds).contains(whole))
    }
  }

  @Test("the plan says the same whenever it is asked, and not the same of everything")
  func jitter() {
    let plan = RetryPlan.reply
    #expect(plan.wait(after: 3, of: "a") == plan.wait(after: 3, of: "a"))
    let waits = (0..<100).compactMap { plan.wait(after: 3, of: "item \($0)") }
    #expect(Set(waits).count > 90)
  }

  @Test("a sender never gives up, and looks twice an hour at least")
  func connection() throws {
    for failures in [1, 5, 12, 1_000, .max] {
      let wait = try #require(RetryPlan.connection.wait(after: failures, of: "sender"))
      #expect(wait <= .minutes(38))
    }
  }

  @Test("without a failure there is nothing to wait for")
  func none() {
    #expect(RetryPlan.reply.wait(after: 0, of: "a") == nil)
  }
}
