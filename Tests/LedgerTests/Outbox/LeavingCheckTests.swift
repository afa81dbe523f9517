import AmendsPolicy
import Ledger
import Testing

@Suite("What stands against leaving")
struct LeavingCheckTests {
  private static let start = Instant(milliseconds: 1_780_000_000_000)
  private static let limits = ContactLimits(quietHours: .none)

  private func hour(_ count: Int64) -> Instant { Self.start + .hours(count) }

  private func item(proactive: Bool = false, heard: Instant? = nil) -> OutboxItem {
    OutboxItem(
      id: OutboxID("i"), draft: DraftID("d"), review: ReviewID(1), customer: CustomerID(1),
      recipient: nil, order: "114-7863528-5212210", text: "Dear customer", isProactive: proactive,
      queuedAt: hour(100), queuedBy: "ana", leavesAt: hour(100), heardUntil: heard)
  }

  private func facts(_ events: [ContactEvent]) -> LeavingFacts {
    LeavingFacts(
      standing: ContactStanding(events),
      order: OrderStanding(order: "114-7863528-5212210", in: events), zone: .utc)
  }

  private func obstacle(_ item: OutboxItem, _ facts: LeavingFacts) -> Obstacle? {
    item.obstacle(given: facts, limits: Self.limits, at: hour(101))
  }

  @Test("nothing")
  func free() { #expect(obstacle(item(), facts([])) == nil) }

  @Test("a message newer than the newest that was known when queued")
  func newMessage() {
    let known = ContactEvent(.answered, at: hour(90))
    let newer = ContactEvent(.refundAsked, at: hour(100))
    #expect(obstacle(item(heard: hour(90)), facts([known])) == nil)
    #expect(obstacle(item(heard: hour(90)), facts([known, newer])) == .newMessage(hour(100)))
    #expect(obstacle(item(), facts([known])) == .newMessage(hour(90)))
    #expect(obstacle(item(), facts([known]))?.clearsAt == nil)
  }

  @Test("a message that was answered elsewhere meanwhile is still to be read")
  func answeredElsewhere() {
    let events = [ContactEvent(.answered, at: hour(95)), ContactEvent(.contacted, at: hour(96))]
    #expect(obstacle(item(heard: hour(90)), facts(events)) == .newMessage(hour(95)))
  }

  @Test("a contact recorded meanwhile is for a person to look at, whenever it was made")
  func contactMeanwhile() {
    for at in [hour(-500), hour(100)] {
      var facts = facts([ContactEvent(.contacted, at: at)])
      facts.contactMeanwhile = at
      #expect(obstacle(item(), facts) == .contactMeanwhile(at))
    }
  }

  @Test("a limit that ends by itself says when")
  func interval() throws {
    let found = try #require(obstacle(item(), facts([ContactEvent(.contacted, at: hour(50))])))
    #expect(found.clearsAt == hour(122))
    #expect(found.inWords == "72 h between messages, 21 h left")
  }

  @Test(
    "what holds for good comes first",
    arguments: [ContactEventKind.optedOut, .complained, .doNotContact])
  func forGood(_ kind: ContactEventKind) throws {
    var facts = facts([ContactEvent(.answered, at: hour(90)), ContactEvent(kind, at: hour(99))])
    facts.contactMeanwhile = hour(98)
    facts.reviewChange = .removed
    let found = try #require(obstacle(item(), facts))
    guard case .limits(let answer) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(answer.isForGood)
    #expect(found.clearsAt == nil)
  }

  @Test("a review that is another one now", arguments: [ReviewChange.changed, .removed])
  func review(_ change: ReviewChange) {
    var facts = facts([ContactEvent(.contacted, at: hour(99))])
    facts.reviewChange = change
    #expect(obstacle(item(), facts) == .review(change))
  }

  @Test("a proactive item is held by its order's window")
  func window() {
    let facts = facts([
      ContactEvent(.orderCompleted, at: hour(-700), order: "114-7863528-5212210")
    ])
    #expect(obstacle(item(), facts) == nil)
    #expect(obstacle(item(proactive: true), facts)?.clearsAt == nil)
    #expect(obstacle(item(proactive: true), facts) != nil)
  }

  @Test("every obstacle has words")
  func words() {
    let at = Instant(milliseconds: 0)
    let all: [Obstacle: String] = [
      .newMessage(at): "they wrote at 1970-01-01T00:00:00Z, after this was queued: read it first",
      .contactMeanwhile(at):
        "another contact, of 1970-01-01T00:00:00Z, was recorded after this was queued",
      .review(.changed): "the review was changed after this was queued: read it first",
      .review(.removed): "the review was removed after this was queued",
    ]
    for (obstacle, words) in all { #expect(obstacle.inWords == words) }
  }
}
