import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

/// Reviews that the marketplace does not show any more.
@Suite struct RemovalTests {
  private let desk: TestDesk
  private let review: Review

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    self.desk = desk
  }

  private func item() throws -> OutboxItem {
    try #require(try desk.store.outboxItem(OutboxID("o1")))
  }

  private func removals() throws -> Int {
    try #require(try desk.store.customerFile(review.customer)).timeline.count {
      $0.kind == .removedReview(review.id)
    }
  }

  @Test func holdsTheReplyThatWaitsAndStandsInTheTimeline() throws {
    try desk.queue("o1", for: review)
    #expect(try desk.store.markRemoved([review.id], at: .hours(1)) == [review.id])
    #expect(try item().state == .held)
    #expect(try item().reason.contains("review was removed"))
    #expect(try removals() == 1)
    #expect(try desk.store.review(review.id)?.state == .queued)
  }

  @Test func twiceIsOnce() throws {
    try desk.store.markRemoved([review.id], at: .hours(1))
    #expect(try desk.store.markRemoved([review.id], at: .hours(2)).isEmpty)
    #expect(try removals() == 1)
    #expect(throws: DeskError.unknown("review")) {
      try desk.store.markRemoved([ReviewID(99)], at: .hours(1))
    }
  }

  @Test func isAskedAgainAtTheMomentOfLeaving() throws {
    try desk.queue("o1", for: review)
    try desk.sql(
      """
      UPDATE review SET removed_at = 5;
      """)
    try desk.sql(
      """
      INSERT INTO review_version
        (review, replaced_at, rating, title, text, public_reply, is_news, is_removal)
      VALUES (?, 5, 1, '', '', '', 1, 1)
      """, [review.id.number])
    #expect(try desk.send("o1") == .refused(.review(.removed)))
  }

  @Test func whoeverLetsItGoOnHasConsideredIt() throws {
    try desk.queue("o1", for: review)
    try desk.store.markRemoved([review.id], at: .hours(1))
    try desk.store.resume(OutboxID("o1"), at: .hours(1))
    #expect(try desk.send("o1", at: .hours(1)) == .granted)
  }

  @Test func isTakenBackByAPersonOrByAFileThatShowsIt() throws {
    try desk.store.markRemoved([review.id], at: .hours(1))
    try desk.store.markShown([review.id])
    try desk.queue("o1", for: review)
    #expect(try desk.store.markRemoved([review.id], at: .hours(2)) == [review.id])
    try desk.review("R1", by: [.reviewer("A")])
    #expect(try desk.store.markRemoved([review.id], at: .hours(3)) == [review.id])
  }
}
