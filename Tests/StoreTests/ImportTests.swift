import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

@Suite struct ImportTests {
  private let desk: TestDesk

  init() throws { desk = try TestDesk() }

  private func review(_ id: String, text: String = "Bad", rating: Int = 1) -> ImportedReview {
    ImportedReview(
      externalID: id, kind: .productReview, rating: rating, title: "T", text: text,
      postedAt: .hours(-9), keys: [.reviewer("A\(id)")])
  }

  private func add(_ rows: [ImportedRow]) throws -> ImportTally {
    try desk.store.importRows(rows, at: .hours(0), by: "amy")
  }

  private func tally(_ added: Int, _ changed: Int, _ unchanged: Int) -> ImportTally {
    var tally = ImportTally()
    (tally.added, tally.changed, tally.unchanged) = (added, changed, unchanged)
    return tally
  }

  @Test func secondTimeChangesNothing() throws {
    let event = ContactEvent(.contacted, at: .hours(-3), order: "114-1234567-1234567")
    let contact = ContactRecord(customer: .reviewer("A1"), event: event, note: "hi")
    let sales = ImportedSales(
      asin: "B1", from: CivilDate(daysSinceEpoch: 20_000), to: CivilDate(daysSinceEpoch: 20_006),
      units: 70)
    let rows = [
      ImportedRow.review(review("1")), .review(review("2")), .contact(contact), .sales(sales),
    ]
    #expect(try add(rows) == tally(4, 0, 0))
    let before = try desk.store.changeToken()
    #expect(try add(rows) == tally(0, 0, 4))
    #expect(try add(rows.reversed()) == tally(0, 0, 4))
    #expect(try desk.sql("SELECT * FROM review_version").isEmpty)
    #expect(try desk.store.changeToken() == before)
  }

  @Test func sameRowTwiceInABatchIsOneReview() throws {
    let rows = [ImportedRow.review(review("1")), .review(review("1", text: "Other"))]
    #expect(try add(rows) == tally(1, 1, 0))
    var filter = ReviewFilter.inbox
    filter.search = "other"
    #expect(try desk.store.reviews(filter, limit: 9, now: .hours(0)).rows.count == 1)
    filter.search = "bad"
    #expect(try desk.store.reviews(filter, limit: 9, now: .hours(0)).rows.isEmpty)
  }

  /// A later file that says nothing, or no longer says it, takes no verified purchase away.
  @Test func whatIsKnownOfThePurchaseStays() throws {
    for (number, (first, second, known)) in [
      (nil, nil, nil), (nil, false, false), (nil, true, true), (false, nil, false),
      (false, true, true), (true, false, true),
    ].enumerated() as EnumeratedSequence<[(Bool?, Bool?, Bool?)]> {
      var (former, later) = (review("\(number)"), review("\(number)"))
      (former.isVerified, later.isVerified) = (first, second)
      _ = try add([.review(former)])
      _ = try add([.review(later)])
      let stored = try desk.store.review(.productReview, externalID: "\(number)")
      #expect(stored?.isVerified == known, "\(number)")
    }
  }

  @Test func sameIdOfAnotherKindIsAnotherReview() throws {
    var feedback = review("1")
    feedback.kind = .sellerFeedback
    #expect(try add([.review(review("1")), .review(feedback)]) == tally(2, 0, 0))
  }

  @Test func changedTextKeepsTheFormerAndOpensAgain() throws {
    _ = try add([.review(review("1"))])
    let id = try #require(try desk.store.review(.productReview, externalID: "1")).id
    try desk.store.apply(.closed, to: [id], at: .hours(0))
    #expect(try add([.review(review("1", text: "Better now", rating: 4))]) == tally(0, 1, 0))
    let now = try #require(try desk.store.review(id))
    #expect(now.text == "Better now")
    #expect(now.rating == 4)
    #expect(now.state == .open)
    let file = try #require(try desk.store.customerFile(now.customer))
    #expect(file.timeline.contains { $0.kind == .changedReview(id, formerRating: 1) })
    let versions = try desk.sql("SELECT title, text, rating FROM review_version")
    #expect(versions == [["title": "T", "text": "Bad", "rating": 1]])
  }

  @Test func changedReplyOfTheShopDoesNotOpenAgain() throws {
    _ = try add([.review(review("1"))])
    let id = try #require(try desk.store.review(.productReview, externalID: "1")).id
    try desk.store.apply(.closed, to: [id], at: .hours(0))
    var answered = review("1")
    answered.publicReply = "Sorry!"
    #expect(try add([.review(answered)]) == tally(0, 1, 0))
    #expect(try desk.store.review(id)?.state == .closed)
    let review = try #require(try desk.store.review(id))
    let file = try #require(try desk.store.customerFile(review.customer))
    #expect(file.timeline.contains { $0.kind == .publicReply(id) && $0.text == "Sorry!" })
  }

  @Test func whatAFileLeavesOutStays() throws {
    var full = review("1")
    (full.asin, full.author, full.publicReply) = ("B1", "Ana", "Sorry")
    _ = try add([.review(full)])
    #expect(try add([.review(review("1"))]) == tally(0, 0, 1))
    #expect(try desk.store.review(.productReview, externalID: "1")?.author == "Ana")
  }

  @Test func countersFollow() throws {
    _ = try add((1...5).map { .review(review("\($0)", rating: $0)) })
    #expect(try desk.store.counts(at: .hours(0)).open == 3)
    let id = try #require(try desk.store.review(.productReview, externalID: "1")).id
    try desk.store.apply(.settled, to: [id], at: .hours(0))
    #expect(try desk.store.counts(at: .hours(0)).open == 2)
    _ = try add([.review(review("2", rating: 5))])
    #expect(try desk.store.counts(at: .hours(0)).open == 1)
    let rows = try desk.sql(
      """
      SELECT * FROM review_count WHERE n <> (SELECT count(*) FROM review
        WHERE review.state = review_count.state AND review.rating = review_count.rating)
      """)
    #expect(rows.isEmpty)
  }

  @Test func nothingOfABrokenBatchIsIn() throws {
    var broken = review("2")
    broken.rating = 9
    #expect(throws: DeskError.self) { try add([.review(review("1")), .review(broken)]) }
    #expect(try desk.store.review(.productReview, externalID: "1") == nil)
  }

  /// NUL is not among them: the readers of files replace it, as SQLite's texts end there.
  @Test func hostileTextsComeBackAsTheyAre() throws {
    let text = "\u{1B}[31m\u{202E}'\"; DROP TABLE review;--\u{FEFF}\u{1F469}\u{200D}\u{1F373}"
    _ = try add([.review(review("1", text: text))])
    #expect(try desk.store.review(.productReview, externalID: "1")?.text == text)
  }
}
