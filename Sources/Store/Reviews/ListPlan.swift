import AmendsPolicy
import GRDB
import Ledger

/// From which side a list is read: along its order, or from few candidates that are sorted afterwards.
///
/// A condition that few reviews fulfil would make a walk along the order long, one that many fulfil would
/// make sorting long: so candidates are counted first, up to a bound.
struct ListPlan {
  /// Candidates up to this number are sorted; of more, enough stand along the order.
  private static let fewReviews = 2000
  private static let fewCustomers = 500
  /// Of how many newest hits of a search the filter is asked, and how many of these are listed.
  private static let searchedHits = 50_000
  private static let listedHits = 2000

  let conditions: FilterConditions
  let order: ListOrder
  let pattern: SearchPattern

  init(_ conditions: FilterConditions, order: ReviewOrder) {
    self.conditions = conditions
    self.order = ListOrder(order)
    pattern = SearchPattern(conditions.filter.search)
  }

  /// Which rows take part: the table expression `found` with the review's columns, not yet cut or sorted.
  func source(_ db: Database) throws -> Condition {
    if conditions.filter.states?.isEmpty == true { return Self.nothing }
    switch pattern {
    case .nothing: return Self.nothing
    case .words(let words): return searched(words)
    case .anything: return from(index: try index(db))
    }
  }

  private static var nothing: Condition { Condition("review AS found WHERE 0") }

  private func from(index: Index) -> Condition {
    let customer = conditions.ofCustomer.map { [$0] } ?? []
    let all = (conditions.ofReview + index.extra + customer).all
    let join =
      customer.isEmpty ? "" : "CROSS JOIN customer ON customer.id = found.customer"
    return Condition(
      "review AS found INDEXED BY \(index.name) \(join) WHERE \(all.sql)", all.values)
  }

  private func searched(_ words: String) -> Condition {
    let customer = conditions.ofCustomer
    let all = (conditions.ofReview + (customer.map { [$0] } ?? [])).all
    let join = customer == nil ? "" : "CROSS JOIN customer ON customer.id = review.customer"
    return Condition(
      """
      (SELECT review.id, posted_at, urgency, severity FROM (SELECT rowid AS id FROM review_search
        WHERE review_search MATCH ? ORDER BY rowid DESC LIMIT \(Self.searchedHits)) AS hit
        CROSS JOIN review ON review.id = hit.id \(join)
        WHERE \(all.sql) LIMIT \(Self.listedHits)) AS found WHERE 1
      """,
      [words] + all.values)
  }

  private struct Index {
    var name: String
    var extra: [Condition] = []
  }

  private func index(_ db: Database) throws -> Index {
    if let few = try certainlyFew ?? fewReviews(db) ?? fewWriters(db) { return few }
    return Index(name: (conditions.isWithinInbox ? "inbox_" : "all_") + order.index)
  }

  private var certainlyFew: Index? {
    if conditions.filter.customer != nil { return Index(name: "review_customer") }
    return conditions.filter.order == nil ? nil : Index(name: "review_order")
  }

  /// The first index whose condition few reviews fulfil; `nil` where many fulfil each.
  private func fewReviews(_ db: Database) throws -> Index? {
    let filter = conditions.filter
    if let asin = filter.asin, try areFew("review_asin", Condition("asin = ?", [asin]), db) {
      return Index(name: "review_asin")
    }
    if case .one(let cause) = filter.cause,
      try areFew("review_cause", Condition("cause = ?", [cause.rawValue]), db)
    {
      return Index(name: "review_cause")
    }
    if filter.snooze == .snoozed, try areFew("review_snoozed", conditions.snoozed, db) {
      return Index(name: "review_snoozed")
    }
    let handled = Condition(ReviewSchema.handled)
    if conditions.isOfHandled, try areFew("review_handled", handled, db) {
      return Index(name: "review_handled", extra: [handled])
    }
    let feedback = Condition(ReviewSchema.feedback)
    if filter.kind == .sellerFeedback, try areFew("review_feedback", feedback, db) {
      return Index(name: "review_feedback")
    }
    return nil
  }

  private func fewWriters(_ db: Database) throws -> Index? {
    guard let writers = candidates, try isFew(writers, Self.fewCustomers, db) else { return nil }
    let condition = Condition("found.customer IN (\(writers.sql))", writers.values)
    return Index(name: "review_customer", extra: [condition])
  }

  private func areFew(_ index: String, _ condition: Condition, _ db: Database) throws -> Bool {
    let reviews = "SELECT id FROM review INDEXED BY \(index) WHERE \(condition.sql)"
    return try isFew(Condition(reviews, condition.values), Self.fewReviews, db)
  }

  private func isFew(_ query: Condition, _ bound: Int, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM (\(query.sql)) LIMIT \(bound + 1))")
    return try statement.number(StatementArguments(query.values)) ?? 0 <= Int64(bound)
  }

  /// Every customer that can fulfil the contact filter, by an index; `nil` where that is no help.
  private var candidates: Condition? {
    let limits = conditions.limits
    switch conditions.filter.contact {
    case nil, .ready: return nil
    case .due: return Condition("SELECT id FROM customer WHERE oldest_unanswered IS NOT NULL")
    case .cooling:
      return Condition(
        "SELECT id FROM customer WHERE last_contact > ?",
        [(conditions.now - limits.interval).milliseconds])
    case .never:
      return Condition(
        """
        SELECT id FROM customer
        WHERE opted_out IS NOT NULL OR do_not_contact IS NOT NULL OR complained IS NOT NULL
        UNION ALL SELECT id FROM customer WHERE unanswered > 0 AND unanswered >= ?
        """,
        [limits.maximumUnanswered])
    }
  }
}
