import AmendsPolicy
import Testing

@Suite("Properties of the contact limits on random histories")
struct ContactPropertyTests {
  @Test(
    "until is the first free instant, as a walk minute by minute finds it",
    arguments: [
      ("Europe/Berlin", "2026-03-29T12:34:00Z"), ("Europe/Berlin", "2026-10-25T00:10:00Z"),
      ("America/New_York", "2026-11-01T03:00:00Z"), ("America/New_York", "2026-03-08T06:59:00Z"),
      ("Australia/Sydney", "2026-10-03T15:59:00Z"), ("Australia/Sydney", "2026-04-04T15:01:00Z"),
    ])
  func firstFree(_ row: (zone: String, now: String)) throws {
    var dice = ContactDice(seed: 7)
    let zone = try Zone.real(row.zone)
    let now = try moment(row.now)
    for round in 0..<50 {
      let oracle = ContactOracle.random(before: now, zone: zone, &dice)
      let answer = oracle.answer(at: now)
      #expect(answer.isAllowed == oracle.isFree(now), "round \(round)")
      check(answer, oracle, now, round)
    }
  }

  /// Four days hold the longest interval and the night behind it.
  private func check(
    _ answer: ContactAnswer,
    _ oracle: ContactOracle,
    _ now: Instant,
    _ round: Int
  ) {
    guard !answer.isAllowed else { return }
    let minutes = (0..<5_760).lazy.map { now + .minutes(Int64($0)) }
    let first = minutes.first(where: oracle.isFree)
    #expect(answer.until == first, "round \(round): \(answer.holds)")
    if let until = answer.until {
      #expect(!oracle.isFree(until - Span(milliseconds: 1)), "round \(round)")
      #expect(oracle.answer(at: until).isAllowed, "round \(round)")
    }
  }

  @Test("facts give the same standing in whatever order they arrive", arguments: 0..<20)
  func anyOrder(_ seed: UInt64) {
    var dice = ContactDice(seed: seed)
    let orders = ["A", "B", nil]
    for _ in 0..<100 {
      let events = (0..<Int.random(in: 2...9, using: &dice)).map { _ in
        ContactEvent(
          dice.pick(ContactEventKind.allCases),
          at: hour(.random(in: 0...3, using: &dice)),
          order: dice.pick(orders))
      }
      let shuffled = events.shuffled(using: &dice)
      #expect(ContactStanding(events) == ContactStanding(shuffled), "\(events)")
      for order in ["A", "B"] {
        #expect(
          OrderStanding(order: order, in: events) == OrderStanding(order: order, in: shuffled),
          "\(events)")
      }
    }
  }

  @Test("a fact of neither side does not hide that theirs precedes ours")
  func transitive() {
    let kinds: [ContactEventKind] = [.contacted, .optedOut, .answered]
    let standing = ContactStanding(kinds.map { ContactEvent($0, at: hour(0)) })
    #expect(standing.unansweredContacts == 1)
    #expect(standing.newestUnanswered == nil)
  }

  @Test("taking facts in one by one in order of time equals taking them all")
  func incremental() {
    var dice = ContactDice(seed: 3)
    for _ in 0..<200 {
      let events = ContactOracle.random(before: hour(0), zone: .utc, &dice).events
      var standing = ContactStanding()
      for event in events.sorted(by: ContactEvent.inTime) { standing.note(event) }
      #expect(standing == ContactStanding(events))
    }
  }

  @Test("more history never frees: one contact more holds at least as long", arguments: 0..<5)
  func monotone(_ seed: UInt64) {
    var dice = ContactDice(seed: seed)
    for _ in 0..<200 {
      var oracle = ContactOracle.random(before: hour(0), zone: .utc, &dice)
      let before = oracle.answer(at: hour(0))
      oracle.events.append(ContactEvent(.contacted, at: hour(0), order: oracle.order))
      let after = oracle.answer(at: hour(0))
      #expect(!after.isAllowed)
      if before.isForGood, before.answering == nil { #expect(after.isForGood) }
      if let until = before.until, let later = after.until { #expect(later >= until) }
    }
  }
}
