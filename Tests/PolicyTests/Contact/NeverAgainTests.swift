import AmendsPolicy
import Testing

@Suite("Opt-out, do-not-contact and complaint")
struct NeverAgainTests {
  private func ask(_ events: [ContactEvent], proactive: Bool = false) -> ContactAnswer {
    ContactLimits.awake().answer(
      ContactRequest(at: hour(500), isProactive: proactive), standing: ContactStanding(events),
      zone: .utc)
  }

  @Test("an opt-out holds for good")
  func optOut() {
    let answer = ask([ContactEvent(.optedOut, at: hour(0))])
    #expect(answer.limit == .optedOut)
    #expect(answer.isForGood)
  }

  @Test("an opt-out does not hold the answer to what they wrote after it")
  func wroteAfterwards() {
    let optOut = ContactEvent(.optedOut, at: hour(10))
    #expect(ask([optOut, ContactEvent(.answered, at: hour(11))]).isAllowed)
    #expect(ask([optOut, ContactEvent(.answered, at: hour(10))]).limit == .optedOut)
    #expect(ask([ContactEvent(.answered, at: hour(9)), optOut]).limit == .optedOut)
    #expect(ask([optOut, ContactEvent(.answered, at: hour(11))], proactive: true).isForGood)
  }

  @Test("once answered, the opt-out holds again")
  func answeredOnce() {
    let events = [
      ContactEvent(.optedOut, at: hour(10)), ContactEvent(.answered, at: hour(11)),
      ContactEvent(.contacted, at: hour(12)),
    ]
    #expect(ask(events).limit == .optedOut)
  }

  @Test("a second opt-out counts from then on")
  func optedOutAgain() {
    let events = [
      ContactEvent(.optedOut, at: hour(10)), ContactEvent(.answered, at: hour(11)),
      ContactEvent(.optedOut, at: hour(12)),
    ]
    #expect(ask(events).limit == .optedOut)
  }

  @Test(
    "a complaint and a do-not-contact mark hold everything, even an answer",
    arguments: [
      (ContactEventKind.complained, ContactLimit.complaint), (.doNotContact, .doNotContact),
    ])
  func overEverything(_ row: (ContactEventKind, ContactLimit)) {
    for at in [hour(0), hour(20)] {
      let answer = ask([ContactEvent(row.0, at: at), ContactEvent(.answered, at: hour(11))])
      #expect(answer.limit == row.1)
      #expect(answer.isForGood)
    }
  }

  @Test("all at once: the gravest first, what ends last")
  func allAtOnce() {
    let kinds: [ContactEventKind] = [.optedOut, .doNotContact, .complained, .contacted]
    let events =
      kinds.map { ContactEvent($0, at: hour(499)) } + [ContactEvent(.contacted, at: hour(0))]
    #expect(
      ask(events).holds.map(\.limit)
        == [.complaint, .doNotContact, .optedOut, .unanswered, .interval])
  }

  @Test("every limit that never ends outranks every one that does")
  func gravity() {
    let later = ContactHold(.interval, until: hour(9), reason: "")
    let sooner = ContactHold(.quietHours, until: hour(8), reason: "")
    let never = ContactHold(.unanswered, until: nil, reason: "")
    let answer = ContactAnswer(holds: [sooner, never, later], answering: nil)
    #expect(answer.holds == [never, later, sooner])
    #expect(answer.until == nil)
    #expect(ContactAnswer(holds: [sooner, later], answering: nil).until == hour(9))
  }
}
