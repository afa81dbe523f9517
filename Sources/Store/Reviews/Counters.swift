public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// The figures of the header: from counters kept by the database, and from short stretches of indexes.
  ///
  /// Nothing is counted over the whole desk. Messages of customers count as due from the moment they are
  /// written, for the marketplace allows 24 hours (Amazon, help page 202152030).
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func counts(at now: Instant) throws(DeskError) -> DeskCounts {
    try read { db in
      var counts = DeskCounts()
      counts.open = try Counters.count(
        ReviewFilter(states: [.open], stars: 1...3, snooze: .awake), at: now, db)
      counts.snoozed = try Snoozes.count(1...3, at: now, db)
      counts.nextWake = try Snoozes.nextWake(after: now, db)
      counts.due = try Counters.customers(due(now), db)
      counts.overdue = try Counters.customers(due(now - ReplyClock.span), db)
      counts.nextOverdue = try Counters.oldestMessage(after: now - ReplyClock.span, limits, db)
        .map { $0 + ReplyClock.span }
      counts.held = try Counters.outbox(["held"], db)
      counts.cooling = try Counters.customers(cooling(now), db)
      counts.outbox = try Counters.outbox(["queued", "held", "sending", "committing"], db)
      counts.uncertain = try Counters.outbox(["uncertain"], db)
      counts.freezes = try Freezes.inForce(db)
      return counts
    }
  }

  private func due(_ now: Instant) -> Condition {
    [
      Condition("customer.oldest_unanswered <= ?", [now.milliseconds]),
      StandingConditions.never(limits).negated,
    ].all
  }

  private func cooling(_ now: Instant) -> Condition {
    [
      Condition("customer.last_contact > ?", [(now - limits.interval).milliseconds]),
      Condition("customer.newest_unanswered IS NULL"),
      StandingConditions.never(limits).negated,
    ].all
  }
}

/// Counting without going over the whole.
enum Counters {
  /// Reviews of some states and stars, snoozed or not as the filter wants them.
  static func count(_ filter: ReviewFilter, at now: Instant, _ db: Database) throws -> Int {
    guard let wanted = filter.snooze else { return try count(filter, db) }
    let hasOpen = filter.states?.contains(.open) ?? true
    let snoozed = hasOpen ? try Snoozes.count(filter.stars, at: now, db) : 0
    return wanted == .snoozed ? snoozed : try count(filter, db) - snoozed
  }

  /// The sum of the counters of some states and stars.
  private static func count(_ filter: ReviewFilter, _ db: Database) throws -> Int {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT state, rating, n FROM review_count"))
    var sum = 0
    while let row = try rows.next() {
      guard let state = ReviewState(rawValue: row[0]), filter.stars.contains(row[1]),
        filter.states?.contains(state) ?? true
      else { continue }
      sum += row[2] as Int
    }
    return sum
  }

  /// Counts open reviews that were added.
  static func add(_ count: Int, rating: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE review_count SET n = n + ? WHERE state = 'open' AND rating = ?"
    ).execute(arguments: [count, rating])
  }

  /// Customers that fulfil a condition, up to 999.
  static func customers(_ condition: Condition, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM customer WHERE \(condition.sql) LIMIT 999)")
    return Int(try statement.number(StatementArguments(condition.values)) ?? 0)
  }

  /// The oldest unanswered message that was written after an instant.
  static func oldestMessage(
    after start: Instant,
    _ limits: ContactLimits,
    _ db: Database
  ) throws -> Instant? {
    let condition = [
      Condition("customer.oldest_unanswered > ?", [start.milliseconds]),
      StandingConditions.never(limits).negated,
    ].all
    let statement = try db.cachedStatement(
      sql: "SELECT min(customer.oldest_unanswered) FROM customer WHERE \(condition.sql)")
    return try statement.number(StatementArguments(condition.values)).map {
      Instant(milliseconds: $0)
    }
  }

  /// Outbox items in some live states, up to 999.
  static func outbox(_ states: [String], _ db: Database) throws -> Int {
    let names = states.map { "'\($0)'" }.joined(separator: ",")
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM outbox
          WHERE \(WorkSchema.live) AND state IN (\(names)) LIMIT 999)
        """)
    return Int(try statement.number([]) ?? 0)
  }
}
