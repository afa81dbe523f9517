import AmendsPolicy
import Ledger
import Testing

@Suite("The clocks of a person and a review")
struct ClockRequestTests {
  private static let start = Instant(milliseconds: 1_780_000_000_000)
  private static let order = "114-7863528-5212210"

  private func hour(_ count: Int64) -> Instant { Self.start + .hours(count) }

  private func clocks(
    _ events: [ContactEvent] = [], order: String? = Self.order, review: Review? = nil,
    routes: [RouteAnswer] = [], isProactive: Bool = false,
    quiet: QuietHours = .none, at now: Instant
  ) -> [ContactClock] {
    let limits = ContactLimits(quietHours: quiet)
    let standing = ContactStanding(events)
    let known = order.map { OrderStanding(order: $0, in: events) }
    let answer = limits.answer(
      ContactRequest(at: now, isProactive: isProactive, order: known), standing: standing,
      zone: .utc)
    return ClockRequest(
      contact: answer, standing: standing, order: known, review: review, routes: routes,
      limits: limits, zone: .utc, now: now
    ).clocks
  }

  private func review(_ kind: ItemKind) -> Review {
    Review(
      id: ReviewID(1), externalID: "R1", kind: kind, rating: 1, title: "", text: "It broke.",
      postedAt: hour(0), customer: CustomerID(1))
  }

  private func clock(_ name: String, _ clocks: [ContactClock]) throws -> ContactClock {
    try #require(clocks.first { $0.name == name })
  }

  @Test("what holds stands first, the one that decides before the others")
  func order() {
    let events = [
      ContactEvent(.contacted, at: hour(0)), ContactEvent(.contacted, at: hour(80)),
      ContactEvent(.optedOut, at: hour(81)),
    ]
    let clocks = clocks(events, at: hour(90))
    #expect(
      clocks.map(\.name) == ["opted-out", "unanswered", "interval", "answer", "order-window"])
    #expect(clocks.map(\.isHolding) == [true, true, true, false, false])
    #expect(clocks.map(\.course).prefix(3) == [.endless, .endless, .runs(until: hour(152))])
    #expect(clocks.map(\.began).prefix(3) == [hour(81), hour(80), hour(80)])
    #expect(clocks[2].why == "72 h between messages, 62 h left")
  }

  @Test("the answer's clock runs from the oldest message that waits, and runs out")
  func reply() throws {
    let events = [
      ContactEvent(.answered, at: hour(0)), ContactEvent(.refundAsked, at: hour(9)),
    ]
    func at(_ now: Instant) throws -> ContactClock { try clock("answer", clocks(events, at: now)) }
    #expect(try at(hour(10)).course == .runs(until: hour(24)))
    #expect(try at(hour(10)).began == hour(0))
    #expect(try at(hour(24) - Span(milliseconds: 1)).course == .runs(until: hour(24)))
    #expect(try at(hour(24)).course == .over(since: hour(24)))
    #expect(try clock("answer", clocks(at: hour(0))).course == .idle)
    #expect(try at(hour(1)).origin == .marketplace(ReplyClock.source))
  }

  @Test(
    "the order's window is open to its last instant, and not known where nobody told when it began")
  func window() throws {
    let events = [ContactEvent(.orderCompleted, at: hour(0), order: Self.order)]
    func at(_ now: Instant) throws -> ContactClock {
      try clock("order-window", clocks(events, at: now))
    }
    #expect(try at(hour(720)).course == .runs(until: hour(720)))
    #expect(try at(hour(720)).began == hour(0))
    #expect(try at(hour(721)).course == .over(since: hour(720)))
    #expect(try !at(hour(721)).isHolding)
    let untold = try clock("order-window", clocks(at: hour(1)))
    #expect(untold.course == .unknown && untold.why.hasSuffix("of which nobody has told"))
    let none = try clock("order-window", clocks(order: nil, at: hour(1)))
    #expect(none.course == .unknown && none.why.hasSuffix("no order is known"))
  }

  @Test("a window that holds a message stands once, among what holds")
  func heldWindow() {
    let events = [ContactEvent(.orderCompleted, at: hour(0), order: Self.order)]
    let held = clocks(events, isProactive: true, at: hour(721))
    #expect(held.map(\.name) == ["order-window", "answer"])
    #expect(held[0].isHolding && held[0].began == hour(720))
  }

  @Test("a feedback's removal and the brand's tool have 90 days, and say what else must be")
  func marketplace() throws {
    let routes = [
      RouteAnswer(.removalRequest, isAllowed: true, reason: "the rules say yes"),
      RouteAnswer(.brandTemplate, isAllowed: false, reason: "it is for owners of the brand"),
    ]
    let end = hour(0) + .days(90)
    for (kind, name, words) in [
      (ItemKind.sellerFeedback, "removal", "; the rules say yes"),
      (.productReview, "brand-tool", "; it is for owners of the brand"),
    ] {
      func at(_ now: Instant) throws -> ContactClock {
        try clock(name, clocks(review: review(kind), routes: routes, at: now))
      }
      #expect(try at(end).course == .runs(until: end))
      #expect(try at(end).began == hour(0))
      #expect(try at(end).why.hasSuffix(words))
      let over = try at(end + Span(milliseconds: 1))
      #expect(over.course == .over(since: end) && over.why.hasSuffix("90 d"))
    }
  }

  @Test("quiet hours tell when they begin, and stand once where they hold")
  func quiet() throws {
    let night = QuietHours(from: 21 * 60, to: 8 * 60)
    let noon = Instant(milliseconds: 1_779_969_600_000)
    let ahead = try clock("quiet-hours", clocks(quiet: night, at: noon))
    #expect(ahead.course == .runs(until: noon + .hours(9)) && !ahead.isHolding)
    let held = clocks(quiet: night, at: noon + .hours(10)).filter { $0.name == "quiet-hours" }
    #expect(held.map(\.isHolding) == [true])
    #expect(held.map(\.course) == [.runs(until: noon + .hours(20))])
    #expect(!clocks(at: noon).contains { $0.name == "quiet-hours" })
    // Beside what forbids it for good, the limits say nothing of them: they still tell their end, not their next start.
    let never = [ContactEvent(.doNotContact, at: noon)]
    let beside = try clock("quiet-hours", clocks(never, quiet: night, at: noon + .hours(10)))
    #expect(beside.isHolding && beside.course == held.first?.course)
  }
}
