import AmendsPolicy
import Proof
import Testing

@Suite("The check of what left")
struct ContactCheckTests {
  private func check(_ contacts: [(Int, Int64)], cap: Int = 99) -> ContactCheck {
    ContactCheck(
      contacts.map { MadeContact(customer: $0.0, at: Instant(milliseconds: $0.1)) },
      interval: Span(milliseconds: 200), cap: cap)
  }

  @Test("a message within the interval is too early, whatever the order of the log")
  func early() {
    #expect(check([(1, 0), (1, 200), (1, 400)]).violations == 0)
    #expect(check([(1, 0), (1, 199)]).tooEarly == 1)
    #expect(check([(1, 500), (1, 0), (1, 499)]).tooEarly == 1)
    #expect(check([(1, 0), (1, 0), (1, 0)]).tooEarly == 2)
  }

  @Test("customers do not count for each other")
  func others() {
    #expect(check([(1, 0), (2, 0), (3, 100)]).violations == 0)
  }

  @Test("what is beyond the count is too much")
  func count() {
    #expect(check([(1, 0), (1, 300), (1, 600)], cap: 2).tooMany == 1)
    #expect(check([(1, 0), (1, 300)], cap: 2).violations == 0)
    #expect(check([]).contacts == 0)
  }

  @Test("both limits bind while a plan runs", arguments: [1.0, 10, 20, 300])
  func plan(_ seconds: Double) {
    let plan = ContentionPlan(processes: 8, seconds: seconds)
    #expect(plan.cap >= 2)
    #expect(Double(plan.cap) * 200 < max(1000, seconds * 1000))
  }

  @Test("an order survives the command line")
  func order() {
    let order = RivalOrder(
      kind: .rogue, number: 3, plan: ContentionPlan(processes: 8, seconds: 10.0 / 3))
    #expect(RivalOrder(order.text) == order)
    for text in ["", "ledger", "ledger:8:8:1", "ledger:-1:8:1", "other:0:8:1", "ledger:0:8:0"] {
      #expect(RivalOrder(text) == nil, "\(text)")
    }
  }
}
