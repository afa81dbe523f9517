public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// A page of the list: neighbouring reviews in the list's order, read by key and never by number of row.
  ///
  /// Of a search, the newest 2,000 hits that fulfil the filter are listed.
  /// - Parameters:
  ///   - filter: Which reviews are wanted.
  ///   - order: In which order.
  ///   - start: From where on, and in which direction.
  ///   - limit: How many at most.
  ///   - now: The instant to which ages and cooldowns refer.
  /// - Returns: The rows, and whether there are more.
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func reviews(
    _ filter: ReviewFilter,
    order: ReviewOrder = .urgency,
    from start: PageStart = .first,
    limit: Int,
    now: Instant
  ) throws(DeskError) -> ReviewPage {
    let conditions = FilterConditions(filter: filter, limits: limits, now: now)
    let plan = ListPlan(conditions, order: order)
    return try read { db in
      let query = try Self.page(plan, start: start, limit: limit, db)
      let statement = try db.cachedStatement(sql: query.sql)
      var rows = try Row.fetchAll(statement, arguments: StatementArguments(query.values))
        .map(ReviewListRow.row)
      let hasMore = rows.count > limit
      if hasMore { rows.removeLast() }
      if start.isBackwards { rows.reverse() }
      return ReviewPage(rows: rows, hasMore: hasMore)
    }
  }

  private static func page(
    _ plan: ListPlan,
    start: PageStart,
    limit: Int,
    _ db: Database
  ) throws -> Condition {
    let source = try plan.source(db)
    let cut = plan.order.cut(start, of: "found")
    let terms = plan.order.terms(of: "found", backwards: start.isBackwards)
    let outer = plan.order.terms(of: "review", backwards: start.isBackwards)
    return Condition(
      """
      SELECT \(ReviewListRow.columns), review.\(plan.order.leading ?? "id") AS leading
      FROM (SELECT found.id FROM \(source.sql) \(cut.map { "AND \($0.sql)" } ?? "")
        ORDER BY \(terms) LIMIT ?) AS page
      \(ReviewListRow.joins)
      ORDER BY \(outer)
      """,
      source.values + (cut?.values ?? []) + [max(0, limit) + 1])
  }

  /// How many reviews a filter finds, counted no further than a cap.
  ///
  /// Exact and at once where only states, stars and snoozes are asked for, whatever the cap.
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func count(
    _ filter: ReviewFilter,
    cap: Int = 1000,
    now: Instant
  ) throws(DeskError) -> Int {
    let conditions = FilterConditions(filter: filter, limits: limits, now: now)
    let plan = ListPlan(conditions, order: .newest)
    return try read { db in
      if filter
        == ReviewFilter(states: filter.states, stars: filter.stars, snooze: filter.snooze)
      {
        return try Counters.count(filter, at: now, db)
      }
      let source = try plan.source(db)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM \(source.sql) LIMIT ?)",
        arguments: StatementArguments(source.values + [cap])) ?? 0
    }
  }
}
