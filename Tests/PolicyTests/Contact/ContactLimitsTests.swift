import AmendsPolicy
import Testing

@Suite("The interval, the count and the answer that is free of both")
struct ContactLimitsTests {
  static let contact = ContactEvent(.contacted, at: hour(0))

  private func ask(
    _ events: [ContactEvent],
    at instant: Instant,
    proactive: Bool = false,
    limits: ContactLimits = .awake()
  ) -> ContactAnswer {
    limits.answer(
      ContactRequest(at: instant, isProactive: proactive), standing: ContactStanding(events),
      zone: .utc)
  }

  @Test("the stated defaults")
  func defaults() {
    let limits = ContactLimits()
    #expect(limits.interval == .hours(72))
    #expect(limits.maximumUnanswered == 2)
    #expect(limits.orderWindow == .days(30))
    #expect(limits.quietHours == QuietHours(from: 1260, to: 480))
  }

  @Test("strangers may be written to")
  func strangers() {
    let answer = ask([], at: hour(0))
    #expect(answer.isAllowed)
    #expect(answer.limit == nil)
    #expect(answer.until == nil)
    #expect(answer.answering == nil)
    #expect(!answer.isForGood)
  }

  @Test("the interval holds to the millisecond")
  func interval() {
    let end = hour(72)
    let early = ask([Self.contact], at: end - Span(milliseconds: 1))
    #expect(early.limit == .interval)
    #expect(early.until == end)
    #expect(early.holds.first?.reason == "72 h between messages, 1 min left")
    #expect(ask([Self.contact], at: end).isAllowed)
    #expect(ask([Self.contact], at: hour(0)).until == end)
  }

  @Test("a contact dated later than the question holds too")
  func futureContact() {
    #expect(ask([Self.contact], at: hour(-5)).until == hour(72))
  }

  @Test("the count holds until they write")
  func count() {
    let two = [Self.contact, ContactEvent(.contacted, at: hour(80))]
    let held = ask(two, at: hour(1000))
    #expect(held.limit == .unanswered)
    #expect(held.isForGood)
    #expect(held.holds.map(\.limit) == [.unanswered])
    #expect(ask(two, at: hour(81)).holds.map(\.limit) == [.unanswered, .interval])
    let wrote = two + [ContactEvent(.answered, at: hour(1000))]
    #expect(ask(wrote, at: hour(1000)).isAllowed)
    #expect(ask([Self.contact], at: hour(1000), limits: .awake(maximumUnanswered: 1)).isForGood)
    #expect(ask([], at: hour(0), limits: .awake(maximumUnanswered: 0)).limit == .unanswered)
  }

  @Test(
    "the answer is free, the second one is not",
    arguments: [ContactEventKind.answered, .refundAsked])
  func answers(_ kind: ContactEventKind) {
    var events = [Self.contact, ContactEvent(kind, at: hour(1))]
    let first = ask(events, at: hour(2))
    #expect(first.isAllowed)
    #expect(first.answering == hour(1))
    events.append(ContactEvent(.contacted, at: hour(2)))
    let second = ask(events, at: hour(3))
    #expect(second.limit == .interval)
    #expect(second.until == hour(74))
    #expect(second.answering == nil)
    events.append(ContactEvent(.answered, at: hour(4)))
    #expect(ask(events, at: hour(4)).answering == hour(4))
  }

  @Test("two messages of theirs are answered by one of ours")
  func oneAnswerForTwo() {
    let events = [
      ContactEvent(.answered, at: hour(0)), ContactEvent(.answered, at: hour(5)),
    ]
    #expect(ContactStanding(events).oldestUnanswered == hour(0))
    #expect(ask(events, at: hour(6)).answering == hour(5))
    let answered = events + [ContactEvent(.contacted, at: hour(6))]
    #expect(ContactStanding(answered).oldestUnanswered == nil)
    #expect(ask(answered, at: hour(7)).limit == .interval)
  }

  @Test("a message that answers nothing is held although there is something to answer")
  func proactive() {
    let events = [Self.contact, ContactEvent(.answered, at: hour(1))]
    let answer = ask(events, at: hour(2), proactive: true)
    #expect(answer.limit == .interval)
    #expect(answer.answering == nil)
  }

  @Test("a message at the same instant as theirs counts as its answer")
  func sameInstant() {
    let events = [ContactEvent(.contacted, at: hour(0)), ContactEvent(.answered, at: hour(0))]
    for order in [events, events.reversed()] {
      #expect(ask(order, at: hour(1)).limit == .interval)
    }
  }

  @Test("an interval beyond all time holds for ever, without overflow")
  func endless() {
    let limits = ContactLimits.awake(interval: .days(.max))
    let answer = ask([Self.contact], at: hour(1_000_000), limits: limits)
    #expect(answer.until == Instant(milliseconds: .max))
  }
}
