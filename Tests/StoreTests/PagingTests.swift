import AmendsPolicy
import Ledger
import Store
import Testing

/// Lists of a few hundred reviews, of which many share stars, instants, products and writers.
@Suite struct PagingTests {
  private static let now = Instant.hours(0)
  private let desk: TestDesk
  private let everything: [ReviewRow]

  init() throws {
    desk = try TestDesk()
    try desk.fill()
    everything = try desk.store.reviews(
      .everything, order: .oldest, limit: 1000, now: PagingTests.now
    ).rows
  }

  private func page(
    _ filter: ReviewFilter,
    _ order: ReviewOrder,
    _ start: PageStart,
    limit: Int = 7
  ) throws -> ReviewPage {
    try desk.store.reviews(filter, order: order, from: start, limit: limit, now: Self.now)
  }

  private func forwards(
    _ filter: ReviewFilter,
    _ order: ReviewOrder,
    limit: Int = 19
  ) throws -> [ReviewRow] {
    var rows: [ReviewRow] = []
    var next = try page(filter, order, .first, limit: limit)
    rows += next.rows
    while next.hasMore, let last = rows.last {
      next = try page(filter, order, .after(last.position), limit: limit)
      rows += next.rows
    }
    return rows
  }

  private func backwards(
    _ filter: ReviewFilter,
    _ order: ReviewOrder,
    limit: Int = 19
  ) throws -> [ReviewRow] {
    var rows: [ReviewRow] = []
    var next = try page(filter, order, .last, limit: limit)
    rows = next.rows
    while next.hasMore, let first = rows.first {
      next = try page(filter, order, .before(first.position), limit: limit)
      rows = next.rows + rows
    }
    return rows
  }

  /// The order as its words say it, over what the list shows.
  private func comesFirst(_ one: ReviewRow, _ other: ReviewRow, _ order: ReviewOrder) -> Bool {
    let (first, second) = (one.position, other.position)
    switch order {
    case .urgency:
      return (first.leading, first.postedAt, first.number)
        > (second.leading, second.postedAt, second.number)
    case .stars:
      return (-one.review.rating, first.postedAt, first.number)
        > (-other.review.rating, second.postedAt, second.number)
    case .newest: return (first.postedAt, first.number) > (second.postedAt, second.number)
    case .oldest: return (first.postedAt, first.number) < (second.postedAt, second.number)
    }
  }

  /// Both walks, in every order, visit exactly the reviews that fulfil a condition.
  private func expect(
    _ filter: ReviewFilter,
    finds isFound: (ReviewRow) -> Bool,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let wanted = everything.filter(isFound).map(\.review)
    #expect(!wanted.isEmpty && wanted.count < everything.count, sourceLocation: location)
    #expect(
      try desk.store.count(filter, now: Self.now) == wanted.count, sourceLocation: location)
    for order in ReviewOrder.allCases {
      let rows = try forwards(filter, order)
      #expect(Set(rows.map(\.review)) == Set(wanted), sourceLocation: location)
      #expect(rows.count == wanted.count, sourceLocation: location)
      #expect(
        rows == rows.sorted { comesFirst($0, $1, order) }, "\(order)", sourceLocation: location)
      #expect(try backwards(filter, order) == rows, "\(order)", sourceLocation: location)
    }
  }

  @Test func hasHundredsOfReviews() { #expect(everything.count == 300) }

  @Test(arguments: ReviewOrder.allCases)
  func bothWaysVisitEachReviewOnce(_ order: ReviewOrder) throws {
    let rows = try forwards(.everything, order, limit: 7)
    #expect(rows.count == 300)
    #expect(Set(rows.map(\.review.id)).count == 300)
    #expect(rows == rows.sorted { comesFirst($0, $1, order) })
    #expect(try backwards(.everything, order, limit: 7) == rows)
  }

  @Test(arguments: ReviewOrder.allCases)
  func readsAgainFromARow(_ order: ReviewOrder) throws {
    let rows = try page(.everything, order, .first, limit: 300).rows
    for index in stride(from: 0, to: 300, by: 23) {
      let again = try page(.everything, order, .at(rows[index].position))
      #expect(again.rows == Array(rows[index...].prefix(7)))
      #expect(again.hasMore == (index + 7 < 300))
    }
  }

  @Test(arguments: ReviewOrder.allCases)
  func nothingIsMissedWhereTheRowIsGone(_ order: ReviewOrder) throws {
    let rows = try page(.inbox, order, .first, limit: 300).rows
    try desk.store.apply(.closed, to: [rows[6].review.id], at: Self.now)
    #expect(
      try page(.inbox, order, .after(rows[6].position)).rows == Array(rows[7..<14]))
    #expect(try page(.inbox, order, .at(rows[6].position)).rows == Array(rows[7..<14]))
    #expect(
      try page(.inbox, order, .before(rows[13].position)).rows
        == Array(rows[5..<6] + rows[7..<13]))
  }

  @Test func endsOfTheListAreEnds() throws {
    let rows = try page(.everything, .newest, .first, limit: 300).rows
    let (first, last) = (try #require(rows.first), try #require(rows.last))
    let empty = ReviewPage(rows: [], hasMore: false)
    #expect(try page(.everything, .newest, .before(first.position)) == empty)
    #expect(try page(.everything, .newest, .after(last.position)) == empty)
    #expect(try page(.everything, .newest, .first, limit: 300).hasMore == false)
    #expect(try page(.everything, .newest, .first, limit: 0).rows.isEmpty)
  }

  @Test(arguments: [1...1, 2...4, 1...3, 4...5])
  func filtersStars(_ stars: ClosedRange<Int>) throws {
    try expect(ReviewFilter(states: nil, stars: stars)) { stars.contains($0.review.rating) }
    try expect(ReviewFilter(states: [.open], stars: stars)) {
      stars.contains($0.review.rating) && $0.review.state == .open
    }
  }

  @Test(arguments: [[.open], [.open, .queued], [.closed, .resolved]] as [Set<ReviewState>])
  func filtersStates(_ states: Set<ReviewState>) throws {
    try expect(ReviewFilter(states: states, stars: 1...5)) { states.contains($0.review.state) }
    try expect(ReviewFilter(states: states, stars: 1...3)) {
      states.contains($0.review.state) && $0.review.rating <= 3
    }
  }

  @Test func noStateIsNoReview() throws {
    let none = ReviewFilter(states: [], stars: 1...3)
    for order in ReviewOrder.allCases { #expect(try forwards(none, order).isEmpty) }
  }

  @Test func filtersCauses() throws {
    var filter = ReviewFilter.everything
    filter.cause = .one(.late)
    try expect(filter) { $0.review.cause == .late }
    filter.cause = .unjudged
    try expect(filter) { $0.review.cause == nil }
  }

  @Test(arguments: SnoozeFilter.allCases)
  func filtersSnoozes(_ snooze: SnoozeFilter) throws {
    func fits(_ row: ReviewRow) -> Bool {
      (snooze == .snoozed) == (row.review.activeSnooze(at: Self.now) != nil)
    }
    var filter = ReviewFilter.everything
    filter.snooze = snooze
    try expect(filter, finds: fits)
    filter.cause = .one(.late)
    try expect(filter) { fits($0) && $0.review.cause == .late }
    filter.cause = nil
    filter.search = "whistles"
    try expect(filter) { fits($0) && $0.review.text.contains("whistles") }
    try expect(ReviewFilter(states: [.open, .queued], stars: 1...3, snooze: snooze)) {
      fits($0) && $0.review.state == .open && $0.review.rating <= 3
    }
  }

  @Test func filtersWhatTheReviewSaysOfItself() throws {
    var filter = ReviewFilter.everything
    filter.asin = "B2"
    try expect(filter) { $0.review.asin == "B2" }
    filter.search = "whistles"
    try expect(filter) { $0.review.asin == "B2" && $0.review.text.contains("whistles") }
    filter.asin = nil
    try expect(filter) { $0.review.text.contains("whistles") }
    filter.states = [.open, .queued]
    filter.stars = 1...3
    try expect(filter) {
      $0.review.text.contains("whistles") && $0.review.state == .open && $0.review.rating <= 3
    }
    var kind = ReviewFilter.everything
    kind.kind = .sellerFeedback
    try expect(kind) { $0.review.kind == .sellerFeedback }
  }

  @Test func filtersCustomerOrderAndAge() throws {
    let someone = try #require(everything.first { $0.review.order != nil })
    var filter = ReviewFilter.everything
    filter.customer = someone.customer.id
    try expect(filter) { $0.customer.id == someone.customer.id }
    filter = .everything
    filter.order = someone.review.order?.lowercased()
    try expect(filter) { $0.review.order == someone.review.order }
    filter = .everything
    filter.olderThan = .hours(20)
    filter.youngerThan = .hours(40)
    try expect(filter) { (.hours(-40) ... .hours(-20)).contains($0.review.postedAt) }
  }

  @Test(arguments: ContactFilter.allCases)
  func filtersByWhatTheLimitsSay(_ contact: ContactFilter) throws {
    var filter = ReviewFilter.everything
    filter.contact = contact
    try expect(filter) { fits($0.customer.standing, contact) }
    filter.states = [.open]
    filter.stars = 1...3
    try expect(filter) {
      fits($0.customer.standing, contact) && $0.review.state == .open && $0.review.rating <= 3
    }
    filter.search = "whistles"
    try expect(filter) {
      fits($0.customer.standing, contact) && $0.review.state == .open && $0.review.rating <= 3
        && $0.review.text.contains("whistles")
    }
  }

  private func fits(_ standing: ContactStanding, _ contact: ContactFilter) -> Bool {
    let answer = ContactLimits().answer(
      ContactRequest(at: Self.now), standing: standing, zone: .utc)
    let isCooling = answer.holds.contains { $0.limit == .interval }
    return switch contact {
    case .never: answer.isForGood
    case .due: standing.oldestUnanswered != nil && !answer.isForGood
    case .cooling: isCooling && !answer.isForGood
    case .ready: !isCooling && !answer.isForGood
    }
  }
}

extension TestDesk {
  /// Products that sell, 40 writers of whom many have a history, and 300 reviews with some work done.
  fileprivate func fill() throws {
    var random = Seeded(300)
    let sales = (1...4).map { product in
      ImportedRow.sales(
        ImportedSales(
          asin: "B\(product)", from: CivilDate(daysSinceEpoch: 20_000),
          to: CivilDate(daysSinceEpoch: 20_006), units: product / 2 * 70))
    }
    let reviews = (0..<300).map { ImportedRow.review(.random($0, &random)) }
    let facts = (0..<80).compactMap { _ in ContactRecord.random(&random) }
    _ = try store.importRows(
      sales + reviews + facts.map(ImportedRow.contact), at: .hours(0), by: "amy")
    let ids = try store.reviews(.everything, limit: 300, now: .hours(0)).rows.map(\.review.id)
    try store.apply(.closed, to: ids.filter { $0.number % 7 == 0 }, at: .hours(0))
    try store.apply(.settled, to: ids.filter { $0.number % 7 == 1 }, at: .hours(0))
    let causes: [Cause?] = [.late, .defect, nil]
    try store.setCauses(
      Dictionary(uniqueKeysWithValues: ids.map { ($0, causes[Int($0.number % 3)]) }),
      at: .hours(0))
    let snoozes: [Snooze?] = [.until(.hours(1)), .untilTheyWrite, .until(.hours(-1)), nil]
    try store.setSnoozes(
      Dictionary(uniqueKeysWithValues: ids.map { ($0, snoozes[Int($0.number % 4)]) }),
      at: .hours(-2))
  }
}

extension ImportedReview {
  fileprivate static func random(_ number: Int, _ random: inout Seeded) -> ImportedReview {
    let writer = Int.random(in: 0..<40, using: &random)
    var keys = [CustomerKey.reviewer("W\(writer)")]
    if writer % 4 == 0 { keys.append(.order("D14-1234567-00000\(10 + writer)")) }
    var review = ImportedReview(
      externalID: "R\(number)", kind: number % 5 == 0 ? .sellerFeedback : .productReview,
      rating: Int.random(in: 1...5, using: &random),
      text: Bool.random(using: &random) ? "It whistles." : "It is broken.",
      postedAt: .hours(Int64.random(in: -60...0, using: &random)), keys: keys)
    review.asin = number % 6 == 0 ? nil : "B\(Int.random(in: 1...5, using: &random))"
    return review
  }
}

extension ContactRecord {
  fileprivate static func random(_ random: inout Seeded) -> ContactRecord? {
    let kinds: [ContactEventKind] = [
      .contacted, .contacted, .contacted, .answered, .answered, .optedOut, .doNotContact,
    ]
    guard let kind = kinds.randomElement(using: &random) else { return nil }
    let writer = Int.random(in: 0..<30, using: &random)
    return ContactRecord(
      customer: .reviewer("W\(writer)"),
      event: ContactEvent(kind, at: .hours(Int64.random(in: -200...0, using: &random))))
  }
}
