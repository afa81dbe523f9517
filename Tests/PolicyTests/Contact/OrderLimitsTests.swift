import AmendsPolicy
import Testing

@Suite("One proactive message an order, within its window")
struct OrderLimitsTests {
  static let order = "114-7863528-5212210"

  private func event(_ kind: ContactEventKind, _ at: Instant, order: String? = order)
    -> ContactEvent
  {
    ContactEvent(kind, at: at, order: order)
  }

  private func ask(
    _ events: [ContactEvent],
    at instant: Instant,
    proactive: Bool = true,
    limits: ContactLimits = .awake()
  ) -> ContactAnswer {
    let standing = OrderStanding(order: Self.order, in: events)
    return limits.answer(
      ContactRequest(at: instant, isProactive: proactive, order: standing),
      standing: ContactStanding(events), zone: .utc)
  }

  @Test("the window ends 30 days after completion, to the millisecond")
  func window() {
    let events = [event(.orderCompleted, hour(0))]
    #expect(ask(events, at: hour(720)).isAllowed)
    let late = ask(events, at: hour(720) + Span(milliseconds: 1))
    #expect(late.limit == .orderWindow)
    #expect(late.isForGood)
    #expect(late.holds.first?.reason == "the order was completed more than 30 d ago")
    #expect(ask(events, at: hour(721), proactive: false).isAllowed)
    #expect(ask([], at: hour(5000)).isAllowed)
  }

  @Test("a second proactive message is held, an answer is not counted as one")
  func once() {
    let written = [event(.contacted, hour(0))]
    #expect(ask(written, at: hour(100)).limit == .orderOnce)
    #expect(ask(written, at: hour(100), proactive: false).isAllowed)
    let answered = [event(.answered, hour(0)), event(.contacted, hour(1))]
    #expect(ask(answered, at: hour(100)).isAllowed)
    let other = [
      event(.contacted, hour(0), order: "222-2222222-2222222"),
      event(.contacted, hour(1), order: nil),
    ]
    #expect(OrderStanding(order: Self.order, in: other).proactive == nil)
  }

  @Test("the second message after theirs answers nothing")
  func followUp() {
    let events = [
      event(.answered, hour(0)), event(.contacted, hour(1)), event(.contacted, hour(2)),
    ]
    #expect(OrderStanding(order: Self.order, in: events).proactive == hour(2))
    #expect(OrderStanding(order: Self.order, in: events.reversed()).proactive == hour(2))
  }

  @Test("a window that closes while the interval runs makes the hold one for good")
  func closesDuringCooldown() {
    let contact = event(.contacted, hour(700), order: nil)
    let answer = ask([event(.orderCompleted, hour(0)), contact], at: hour(701))
    #expect(answer.holds.map(\.limit) == [.orderWindow, .interval])
    #expect(answer.isForGood)
    let open = event(.contacted, hour(648), order: nil)
    #expect(ask([event(.orderCompleted, hour(0)), open], at: hour(650)).until == hour(720))
  }

  @Test("a window that closes at night is over by morning")
  func closesAtNight() throws {
    let completed = try moment("2026-05-01T23:00:00Z")
    let asked = try moment("2026-05-31T22:00:00Z")
    let answer = ask([event(.orderCompleted, completed)], at: asked, limits: ContactLimits())
    #expect(answer.holds.map(\.limit) == [.orderWindow, .quietHours])
    #expect(answer.isForGood)
    #expect(ask([event(.orderCompleted, completed)], at: asked).isAllowed)
  }

  @Test("the last completion counts, whatever order the facts come in")
  func lastCompletion() {
    let events = [event(.orderCompleted, hour(10)), event(.orderCompleted, hour(0))]
    #expect(OrderStanding(order: Self.order, in: events).completed == hour(10))
  }
}
