import AmendsPolicy
import Delivery
import Ledger
import Testing

@Suite("The limits are asked again at the moment of leaving")
struct LimitsAgainTests {
  private func step(
    _ desk: MemoryDesk,
    _ carrier: StubCarrier = StubCarrier(),
    at now: Instant = Sample.now
  ) throws -> StepOutcome {
    try Sender(desk: desk, wording: FixedWording(), carrier: carrier, owner: Sample.owner)
      .step(at: now)
  }

  private func expectHeld(
    _ outcome: StepOutcome,
    _ desk: MemoryDesk,
    _ carrier: StubCarrier
  ) throws -> Obstacle {
    guard case .held(Sample.id, .obstacle(let obstacle)) = outcome else {
      throw Unexpected(outcome: outcome)
    }
    #expect(desk.item()?.state == .held)
    #expect(desk.item()?.reason == obstacle.inWords)
    #expect(desk.permits.isEmpty)
    #expect(!carrier.done.contains(.left))
    return obstacle
  }

  struct Unexpected: Error { var outcome: StepOutcome }

  @Test(
    "what happens between queueing and leaving holds the item",
    arguments: [
      ContactEventKind.answered, .refundAsked, .contacted, .optedOut, .doNotContact, .complained,
    ])
  func meanwhile(_ kind: ContactEventKind) throws {
    let desk = MemoryDesk([Sample.item()])
    let carrier = StubCarrier()
    desk.record(kind, at: Sample.now - .minutes(1))
    let obstacle = try expectHeld(try step(desk, carrier), desk, carrier)
    switch kind {
    case .contacted: #expect(obstacle == .contactMeanwhile(Sample.now - .minutes(1)))
    case .answered, .refundAsked: #expect(obstacle == .newMessage(Sample.now - .minutes(1)))
    default: #expect(obstacle.inWords.contains("never"))
    }
  }

  @Test(
    "even in the last moment, when the message is ready",
    arguments: [
      ContactEventKind.answered, .refundAsked, .contacted, .optedOut, .doNotContact, .complained,
    ])
  func lastMoment(_ kind: ContactEventKind) throws {
    let desk = MemoryDesk([Sample.item()])
    let carrier = StubCarrier { desk.record(kind, at: Sample.now) }
    _ = try expectHeld(try step(desk, carrier), desk, carrier)
    #expect(carrier.done.last == .discarded)
  }

  @Test("a changed or removed review holds the item", arguments: [ReviewChange.changed, .removed])
  func review(_ change: ReviewChange) throws {
    let desk = MemoryDesk([Sample.item()])
    let carrier = StubCarrier()
    desk.change { $0.reviewChange = change }
    #expect(try expectHeld(try step(desk, carrier), desk, carrier) == .review(change))
  }

  @Test("the message that it answers does not hold it")
  func answer() throws {
    let wrote = Sample.now - .hours(5)
    let events = [
      ContactEvent(.contacted, at: Sample.now - .hours(6)), ContactEvent(.answered, at: wrote),
    ]
    let desk = MemoryDesk([Sample.item { $0.heardUntil = wrote }], events: events)
    #expect(try step(desk) == .sent(Sample.id))
  }

  @Test("an interval moves the item to its end, and then it leaves")
  func interval() throws {
    let contact = ContactEvent(.contacted, at: Sample.now - .hours(70))
    let desk = MemoryDesk([Sample.item()], events: [contact])
    let end = Sample.now + .hours(2)
    guard case .postponed(Sample.id, let until, let hold) = try step(desk) else {
      Issue.record("not postponed")
      return
    }
    #expect(until == end)
    #expect(hold.inWords == "72 h between messages, 2 h left")
    #expect(desk.item()?.state == .queued)
    #expect(desk.item()?.leavesAt == end)
    #expect(desk.item()?.reason == hold.inWords)
    #expect(try step(desk, at: end - Span(milliseconds: 1)) == .idle)
    #expect(try step(desk, at: end) == .sent(Sample.id))
    #expect(desk.item()?.attempts == 2)
    #expect(desk.item()?.reason == "")
  }

  @Test("a night moves the item to the morning")
  func quietHours() throws {
    let desk = MemoryDesk([Sample.item()])
    desk.change {
      $0.limits = ContactLimits()
      $0.zone = Zone(name: "Test/East") { _ in .hours(9) }
    }
    guard case .postponed(_, let until, let hold) = try step(desk) else {
      Issue.record("not postponed")
      return
    }
    #expect(ISO8601.text(until) == "2026-11-27T23:00:00Z")
    #expect(hold.inWords == "quiet hours 21-08 their time (Test/East)")
    #expect(try step(desk, at: until) == .sent(Sample.id))
  }

  @Test("too many unanswered messages are for a person: no time will free it")
  func unanswered() throws {
    let events = [900, 400].map { ContactEvent(.contacted, at: Sample.now - .hours($0)) }
    let desk = MemoryDesk([Sample.item()], events: events)
    let carrier = StubCarrier()
    let obstacle = try expectHeld(try step(desk, carrier), desk, carrier)
    #expect(obstacle.inWords == "2 of 2 unanswered messages used: silence until they write")
  }

  @Test("a proactive item is held when its order's window has passed")
  func window() throws {
    let completed = ContactEvent(
      .orderCompleted, at: Sample.now - .days(31), order: Sample.order)
    let desk = MemoryDesk([Sample.item { $0.isProactive = true }], events: [completed])
    let carrier = StubCarrier()
    let obstacle = try expectHeld(try step(desk, carrier), desk, carrier)
    #expect(obstacle.inWords == "the order was completed more than 30 d ago")
  }

  @Test("two items of one customer: the second waits for the interval after the first")
  func second() throws {
    let desk = MemoryDesk([
      Sample.item(OutboxID("one"), leavesAt: Sample.now - .hours(1)), Sample.item(OutboxID("two")),
    ])
    #expect(try step(desk) == .sent(OutboxID("one")))
    guard case .postponed(OutboxID("two"), let until, _) = try step(desk) else {
      Issue.record("not postponed")
      return
    }
    #expect(until == Sample.now + .hours(72))
  }
}
