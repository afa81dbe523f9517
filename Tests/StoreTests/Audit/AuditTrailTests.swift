import AmendsPolicy
import Digests
import GRDB
import Ledger
import Store
import Testing

/// What the audit tells of each act.
@Suite("Every act leaves its entry")
struct AuditTrailTests {
  private let desk: TestDesk
  private let review: Review
  private let key = CustomerKey.reviewer("A")

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    self.desk = desk
  }

  private func entries() throws -> [AuditEntry] {
    try desk.store.audit(AuditQuery(limit: 1000)).reversed()
  }

  private func actions() throws -> [String] { try entries().map(\.action) }

  private func last(_ action: AuditAction) throws -> AuditEntry {
    try #require(try entries().last { $0.action == action.rawValue })
  }

  @Test("a reply tells from the queue to the hands of the customer, with the sum of its text")
  func reply() throws {
    try desk.queue("o1", for: review)
    #expect(try desk.send("o1", at: .hours(1)) == .granted)
    #expect(
      try actions() == ["imported", "reply-queued", "permit-opened", "reply-left"])
    let sum = Checksum(of: "We are sorry.").description
    for action in [AuditAction.replyQueued, .permitOpened, .replyLeft] {
      let entry = try last(action)
      #expect(entry.object == "reply o1")
      #expect(entry.customer == review.customer)
      #expect(entry.details[.textSum] == sum)
      #expect(entry.details[.review] == "\(review.id.number)")
    }
    let queued = try last(.replyQueued)
    #expect(queued.acting.agent == "amy")
    #expect(queued.at == .hours(0))
    let permit = try last(.permitOpened)
    #expect(permit.at == .hours(1))
    #expect(permit.details[.policy] == "1")
    #expect(permit.details[.limits] == "259200000/2/2592000000")
    #expect(permit.details[.channel] == "email")
    #expect(permit.details[.permit] == "1")
  }

  @Test("the wording that judged is told when a reply is queued and when it leaves")
  func wording() throws {
    let wording = WordingVersion(
      program: "amends 1", packs: "c0ffee", profile: .strict, reader: "beef")
    try desk.store.save(
      Draft(id: DraftID("d"), review: review.id, customer: review.customer, changedAt: .hours(0)))
    let item = OutboxItem(
      id: OutboxID("o1"), draft: DraftID("d"), review: review.id, customer: review.customer,
      recipient: nil, order: nil, text: "Sorry", acceptedWarnings: ["tone.caps", "length.long"],
      queuedAt: .hours(0), queuedBy: "amy", leavesAt: .hours(0))
    try desk.store.enqueue(item, at: .hours(0), wording: wording)
    let queued = try last(.replyQueued).details
    #expect((queued[.packs], queued[.profile]) == ("c0ffee", "strict"))
    #expect((queued[.program], queued[.reader]) == ("amends 1", "beef"))
    #expect(queued[.accepted] == "tone.caps length.long")
    let claim = try desk.store.claim(item.id, by: "test")
    _ = try desk.store.commit(
      item.id, fence: claim.fence, at: .hours(0), channel: "e-mail",
      noting: LeavingNotes(messageID: "<o1@amends.example.com>"))
    let permit = try last(.permitOpened).details
    #expect(permit[.messageID] == "<o1@amends.example.com>")
    #expect(permit[.packs] == nil)
  }

  @Test("holding, going on and taking back are told, with who did it")
  func byHand() throws {
    try desk.queue("o1", for: review)
    try desk.store.hold(OutboxID("o1"), at: .hours(1), by: "ben")
    try desk.store.resume(OutboxID("o1"), at: .hours(2), by: "cleo")
    try desk.store.recall(OutboxID("o1"), at: .hours(3), by: "dan")
    try desk.store.discard(DraftID("draft-o1"), at: .hours(4), by: "eve")
    let told = try entries().dropFirst(2).map { "\($0.action) by \($0.acting.agent)" }
    #expect(
      told == [
        "reply-held by ben", "reply-resumed by cleo", "reply-recalled by dan",
        "draft-discarded by eve",
      ])
    #expect(try entries().dropFirst(2).map(\.at) == (1...4).map { .hours($0) })
  }

  @Test("what a news does to a reply is told behind the news")
  func news() throws {
    try desk.queue("o1", for: review)
    try desk.record(.answered, key, at: .hours(0))
    #expect(try actions().suffix(2) == ["contact-recorded", "reply-held"])
    #expect(try last(.replyHeld).details[.from] == "queued")
    #expect(try last(.contactRecorded).details[.kind] == "answered")
  }

  @Test("a lost outcome and what a person says of it are told")
  func uncertain() throws {
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    _ = try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "e-mail")
    try desk.store.finish(
      claim.item.id, fence: claim.fence, .lost(reason: "no answer"), at: .hours(0))
    try desk.store.resolve(OutboxID("o1"), wasSent: false, at: .hours(1), by: "ben")
    #expect(try actions().suffix(2) == ["outcome-lost", "outcome-resolved"])
    #expect(try last(.outcomeResolved).details[.to] == "held")
    #expect(try last(.outcomeResolved).acting.agent == "ben")
  }

  @Test(
    "a permit that came to nothing is told",
    arguments: [
      (DepartureResult.undone(reason: "disk"), AuditAction.replyUndone),
      (.refused(reason: "550"), .replyRefused),
    ])
  func voided(_ result: DepartureResult, _ action: AuditAction) throws {
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    _ = try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "e-mail")
    try desk.store.finish(claim.item.id, fence: claim.fence, result, at: .hours(0))
    #expect(try actions().last == action.rawValue)
    #expect(!(try last(action).details.canonical.contains("550")))
  }

  @Test("work on reviews, notes, facts and merges are told")
  func work() throws {
    let other = try desk.review("R2", by: [.reviewer("B")])
    try desk.store.setCauses([review.id: .damaged], at: .hours(1), by: "amy")
    try desk.store.apply(.settled, to: [review.id, other.id], at: .hours(1), by: "amy")
    try desk.store.restore([review.id: .open], at: .hours(2), by: "amy")
    let note = try desk.store.addNote("call", to: other.customer, at: .hours(2), by: "amy")
    try desk.store.retract(note, at: .hours(3), by: "amy")
    try desk.store.merge(.reviewer("B"), into: review.customer, at: .hours(4), by: "amy")
    let told = try entries().dropFirst(2).map { "\($0.action) \($0.object)" }
    let (one, two) = (review.id.number, other.id.number)
    #expect(
      told == [
        "cause-set review \(one)", "review-state-changed review \(one)",
        "review-state-changed review \(two)", "review-state-changed review \(one)",
        "note-written event \(note.number)", "fact-retracted event \(note.number)",
        "customers-merged customer \(other.customer.number)",
      ])
    #expect(try last(.causeSet).details[.to] == "damaged")
    #expect(!(try entries().contains { $0.details.canonical.contains("call") }))
  }

  @Test("what changes nothing leaves no entry")
  func nothing() throws {
    let count = try entries().count
    try desk.review("R1", by: [.reviewer("A")])
    try desk.record(.contacted, key, at: .hours(-5))
    try desk.record(.contacted, key, at: .hours(-5))
    try desk.store.setCauses([review.id: nil], at: .hours(1))
    try desk.store.restore([review.id: .open], at: .hours(1))
    try desk.store.discard(DraftID("none"), at: .hours(1))
    try desk.store.merge(.reviewer("A"), into: review.customer, at: .hours(1))
    #expect(try entries().count == count + 1)
  }

  @Test("a refused act leaves no entry, and no half of one")
  func refused() throws {
    try desk.queue("o1", for: review)
    let before = try entries()
    #expect(throws: DeskError.self) { try desk.queue("o2", for: review) }
    #expect(throws: DeskError.self) {
      try desk.store.resolve(OutboxID("o1"), wasSent: true, at: .hours(0), by: "amy")
    }
    #expect(try entries() == before)
    #expect(try desk.sql("SELECT * FROM outbox_move").isEmpty)
  }

  @Test("who, where, and out of which process")
  func acting() throws {
    try desk.store.close()
    let acting = Acting(agent: "amy", user: "shop", host: "till", process: "12:34:boot")
    let store = try DeskStore(at: desk.folder, acting: acting)
    try store.note(.backupMade, [.what: "whole"], at: .hours(1))
    try store.note(.exported, at: .hours(2), by: "ben")
    let newest = try store.audit(AuditQuery(limit: 2))
    #expect(newest[1].acting == acting)
    #expect(newest[1].details[.what] == "whole")
    #expect(newest[0].acting.agent == "ben")
    #expect(newest[0].acting.process == "12:34:boot")
    try store.close()
  }

  @Test("pages go back from the newest, narrowed by time and by person")
  func pages() throws {
    let other = try desk.review("R2", by: [.reviewer("B")])
    for hour in 1...5 {
      _ = try desk.store.addNote(
        "n", to: hour.isMultiple(of: 2) ? other.customer : review.customer,
        at: .hours(Int64(hour)), by: "amy")
    }
    let first = try desk.store.audit(AuditQuery(limit: 2))
    #expect(first.map(\.at) == [.hours(5), .hours(4)])
    let second = try desk.store.audit(AuditQuery(before: first.last?.number, limit: 2))
    #expect(second.map(\.at) == [.hours(3), .hours(2)])
    let query = AuditQuery(since: .hours(2), customer: review.customer, limit: 9)
    #expect(try desk.store.audit(query).map(\.at) == [.hours(5), .hours(3)])
    try desk.store.merge(.reviewer("B"), into: review.customer, at: .hours(6))
    let merged = try desk.store.audit(AuditQuery(customer: review.customer, limit: 99))
    #expect(merged.count == 6)
  }
}
