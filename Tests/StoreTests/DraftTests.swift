import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

@Suite struct DraftTests {
  private let desk: TestDesk
  private let review: Review

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    self.desk = desk
  }

  private func draft(
    _ id: String = "d1",
    _ text: String = "Sorry!",
    revision: Int = 1
  ) -> Draft {
    Draft(
      id: DraftID(id), review: review.id, customer: review.customer, text: text, cursor: 3,
      revision: revision, changedAt: .hours(Int64(revision)))
  }

  @Test func survivesReopening() throws {
    let written = draft("d1", "We are so sorry \u{1F614}\n\u{202E}…")
    try desk.store.save(written)
    try desk.store.close()
    let again = try desk.again()
    let stored = try again.draft(for: review.id)
    #expect(stored == written)
    #expect(try again.openDrafts() == [written])
    try again.close()
  }

  @Test func newerRevisionReplacesAndOlderIsRefused() throws {
    try desk.store.save(draft(revision: 3))
    let newer = draft("d1", "Newer", revision: 5)
    try desk.store.save(newer)
    #expect(throws: DeskError.olderRevision(DraftID("d1"), stored: 5)) {
      try desk.store.save(draft("d1", "Older", revision: 4))
    }
    #expect(try desk.store.draft(for: review.id) == newer)
  }

  @Test func sameRevisionChangesNothing() throws {
    try desk.store.save(draft())
    try desk.store.save(draft("d1", "Another text"))
    #expect(try desk.store.draft(for: review.id) == draft())
  }

  @Test func reviewHasOneLiveDraft() throws {
    try desk.store.save(draft())
    #expect(throws: DeskError.draftExists(DraftID("d1"))) { try desk.store.save(draft("d2")) }
    try desk.store.discard(DraftID("d1"), at: .hours(0))
    try desk.store.save(draft("d2"))
    #expect(try desk.store.draft(for: review.id) == draft("d2"))
  }

  @Test func reviewMustBeThere() throws {
    var stray = draft()
    stray.review = ReviewID(999)
    #expect(throws: DeskError.unknown("review")) { try desk.store.save(stray) }
    #expect(try desk.store.openDrafts().isEmpty)
  }

  @Test func discardedIsGoneButKept() throws {
    try desk.store.save(draft())
    try desk.store.discard(DraftID("d1"), at: .hours(0))
    try desk.store.discard(DraftID("d1"), at: .hours(0))
    try desk.store.discard(DraftID("never there"), at: .hours(0))
    #expect(try desk.store.draft(for: review.id) == nil)
    #expect(try desk.store.openDrafts().isEmpty)
    #expect(throws: DeskError.draftFrozen(DraftID("d1"))) {
      try desk.store.save(draft(revision: 9))
    }
    #expect(
      try desk.sql("SELECT state, text FROM draft") == [["state": "discarded", "text": "Sorry!"]])
  }

  @Test func queuedIsFrozen() throws {
    let item = try desk.queue("o1", for: review)
    #expect(try desk.store.draft(for: review.id) == nil)
    #expect(throws: DeskError.draftFrozen(item.draft)) {
      try desk.store.save(draft(item.draft.text, "Other", revision: 9))
    }
    #expect(throws: DeskError.draftFrozen(item.draft)) {
      try desk.store.discard(item.draft, at: .hours(0))
    }
    #expect(throws: DeskError.draftExists(item.draft)) { try desk.store.save(draft("d2")) }
  }

  @Test func lastChangedComesFirst() throws {
    let other = try desk.review("R2", by: [.reviewer("B")])
    try desk.store.save(draft(revision: 2))
    var second = draft("d2", revision: 1)
    (second.review, second.customer) = (other.id, other.customer)
    try desk.store.save(second)
    #expect(try desk.store.openDrafts().map(\.id.text) == ["d1", "d2"])
    second.revision = 2
    second.changedAt = .hours(7)
    try desk.store.save(second)
    #expect(try desk.store.openDrafts().map(\.id.text) == ["d2", "d1"])
  }
}
