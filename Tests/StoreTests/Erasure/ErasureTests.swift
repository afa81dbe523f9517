import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

/// A person is taken out of a desk that goes on working.
@Suite("Erasing a person")
struct ErasureTests {
  private let desk: TestDesk
  private let person: PlantedPerson
  private let neighbour: Review

  init() throws {
    let desk = try TestDesk()
    neighbour = try desk.review("N1", by: [.reviewer("neighbour")], text: "Neighbourly words.")
    person = try PlantedPerson(in: desk)
    self.desk = desk
  }

  private func erase() throws -> ErasurePlan {
    try desk.store.erase(person.customer, because: "asked for it", at: .hours(1), by: "amy")
  }

  @Test("leaves none of 50 planted strings in any file, where each stood before")
  func files() throws {
    let before = try desk.traces(of: PlantedPerson.traces)
    let missing = PlantedPerson.traces.filter { before[$0] == nil }
    #expect(missing.isEmpty, "not planted: \(missing)")
    _ = try erase()
    #expect(!(try desk.traces(of: PlantedPerson.traces).isEmpty))
    #expect(try desk.store.unscrubbed() == 1)
    #expect(try desk.store.scrub())
    #expect(try desk.traces(of: PlantedPerson.traces) == [:])
    #expect(try desk.store.unscrubbed() == 0)
    #expect(try desk.traces(of: ["Neighbourly"]).isEmpty == false)
  }

  @Test("is whole again when another program has the desk open, and reads on")
  func opened() throws {
    let other = try desk.again()
    _ = try other.reviews(.everything, limit: 9, now: .hours(0))
    _ = try erase()
    #expect(try desk.store.scrub())
    #expect(try desk.traces(of: PlantedPerson.traces) == [:])
    #expect(try other.reviews(.everything, limit: 9, now: .hours(0)).rows.count == 4)
    try other.close()
  }

  @Test("says beforehand what it will remove, and afterwards what it removed")
  func plan() throws {
    let plan = try desk.store.erasurePlan(of: person.customer)
    #expect(plan.reviews.count == 3)
    #expect((plan.drafts, plan.replies, plan.permits) == (3, 2, 1))
    #expect((plan.formerTexts, plan.notes) == (1, 2))
    #expect(plan.facts == 5)
    #expect(!plan.wasErased)
    #expect(plan.live == nil)
    let words = PlantedPerson.words
    for trace in [
      PlantedPerson.relay, PlantedPerson.order, PlantedPerson.otherOrder, words[1], words[4],
      words[24], "\(words[2]) \(words[3])",
    ] {
      #expect(plan.traces.contains(trace), "\(trace)")
    }
    #expect(try erase() == plan)
    let after = try desk.store.erasurePlan(of: person.customer)
    #expect(after.wasErased)
    #expect(after.keys.isEmpty)
    #expect(after.traces.isEmpty)
    #expect(throws: DeskError.unknown("customer")) {
      try desk.store.erasurePlan(of: CustomerID(999))
    }
  }

  @Test("keeps the times of permits and facts, and forbids every contact for good")
  func kept() throws {
    let times = "SELECT customer, seq, outbox, at, outcome, last_contact, unanswered FROM permit"
    let facts = "SELECT id, customer, kind, at, outbox FROM contact_event WHERE id <= ?"
    let newest: Int64 = try #require(try desk.sql("SELECT max(id) FROM contact_event").first?[0])
    let before = (try desk.sql(times), try desk.sql(facts, [newest]))
    let standing = try #require(try desk.store.customer(person.customer)?.standing)
    _ = try erase()
    #expect(try desk.sql(times) == before.0)
    #expect(try desk.sql(facts, [newest]) == before.1)
    let after = try #require(try desk.store.customer(person.customer)?.standing)
    var expected = standing
    expected.doNotContact = .hours(1)
    #expect(after == expected)
    let answer = ContactLimits().answer(
      ContactRequest(at: .hours(9999)), standing: after, zone: .utc)
    #expect(answer.isForGood)
  }

  @Test("leaves a name that says nothing, stars, and an empty search")
  func shown() throws {
    _ = try erase()
    let file = try #require(try desk.store.customerFile(person.customer))
    #expect(file.customer.name.isEmpty)
    #expect(file.customer.zone == nil)
    #expect(file.keys == [.review("erased-\(person.customer.number)")])
    #expect(file.reviews.map(\.state) == [.closed, .closed, .closed])
    #expect(file.reviews.map(\.rating) == [1, 1, 1])
    #expect(file.reviews.allSatisfy { $0.complaint.isEmpty && $0.author.isEmpty })
    #expect(file.timeline.allSatisfy { $0.text.isEmpty && $0.channel.isEmpty })
    for word in PlantedPerson.words {
      var filter = ReviewFilter.everything
      filter.search = word
      #expect(try desk.store.reviews(filter, limit: 9, now: .hours(0)).rows.isEmpty)
    }
    var filter = ReviewFilter.inbox
    filter.search = "neighbourly"
    #expect(try desk.store.reviews(filter, limit: 9, now: .hours(0)).rows.count == 1)
    try desk.sql("INSERT INTO review_search(review_search) VALUES ('integrity-check')")
    try desk.store.scrub()
    try desk.sql("INSERT INTO review_search(review_search) VALUES ('integrity-check')")
    #expect(try desk.sql("PRAGMA integrity_check").first?[0] == "ok")
    #expect(try desk.sql("PRAGMA foreign_key_check").isEmpty)
    #expect(try desk.store.counts(at: .hours(1)).open == 1)
  }

  @Test("is told by the audit without anything personal, and the chain goes on")
  func told() throws {
    _ = try erase()
    let entry = try #require(try desk.store.audit(AuditQuery(limit: 1)).first)
    #expect(entry.action == AuditAction.customerErased.rawValue)
    #expect(entry.object == "customer \(person.customer.number)")
    #expect(entry.details[.reason] == "asked for it")
    #expect(entry.details[.reviews] == "3")
    try desk.store.scrub()
    #expect(try desk.store.verifyAudit().isWhole)
  }

  @Test("recalls a reply that waits, queued or held", arguments: [false, true])
  func waiting(_ isHeld: Bool) throws {
    let review = try desk.review("X1", by: [.reviewer("X")])
    try desk.queue("x1", for: review)
    if isHeld { try desk.store.hold(OutboxID("x1"), at: .hours(0), by: "amy") }
    try desk.store.erase(review.customer, at: .hours(1))
    let item = try #require(try desk.store.outboxItem(OutboxID("x1")))
    #expect(item.state == .recalled)
    #expect(item.text.isEmpty)
    #expect(item.recipient == nil)
    #expect(try desk.store.openDrafts().map(\.id.text) == ["d3"])
    let actions = try desk.store.audit(AuditQuery(limit: 2)).map(\.action)
    #expect(actions == ["customer-erased", "reply-recalled"])
  }

  @Test("is refused while a reply may be out, and nothing is changed")
  func onItsWay() throws {
    let review = try desk.review("X1", by: [.reviewer("X")], text: "Still here")
    try desk.queue("x1", for: review)
    let id = OutboxID("x1")
    let claim = try desk.store.claim(id, by: "test")
    func refused(_ state: OutboxState) throws {
      #expect(throws: DeskError.onItsWay(id, state)) {
        try desk.store.erase(review.customer, at: .hours(1))
      }
      #expect(try desk.store.review(review.id)?.text == "Still here")
    }
    try refused(.sending)
    _ = try desk.store.commit(id, fence: claim.fence, at: .hours(0), channel: "e-mail")
    try refused(.committing)
    try desk.store.finish(id, fence: claim.fence, .lost(reason: ""), at: .hours(0))
    try refused(.uncertain)
    try desk.store.resolve(id, wasSent: true, at: .hours(0), by: "amy")
    try desk.store.erase(review.customer, at: .hours(1))
    #expect(try desk.store.outboxItem(id)?.text.isEmpty == true)
  }

  @Test("may be done again, for what came since")
  func again() throws {
    _ = try erase()
    try desk.record(.answered, .relay(PlantedPerson.relay), at: .hours(2))
    let second = try desk.store.erase(person.customer, at: .hours(3))
    #expect(second.wasErased)
    #expect(try desk.store.customer(for: .relay(PlantedPerson.relay))?.id == person.customer)
  }
}
