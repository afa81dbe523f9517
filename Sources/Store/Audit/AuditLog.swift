public import AmendsPolicy
import Digests
import GRDB
public import Ledger

/// Which entries of the audit are wanted.
public struct AuditQuery: Hashable, Sendable {
  /// No older ones.
  public var since: Instant?
  /// Only those about a customer.
  public var customer: CustomerID?
  /// Only those before this number; `nil` to begin with the newest.
  public var before: Int64?
  /// How many at most.
  public var limit: Int

  /// The newest entries.
  public init(
    since: Instant? = nil, customer: CustomerID? = nil, before: Int64? = nil, limit: Int
  ) {
    self.since = since
    self.customer = customer
    self.before = before
    self.limit = limit
  }
}

/// The last entry of the audit.
public struct AuditHead: Hashable, Sendable {
  /// How many entries there are.
  public var count: Int64
  /// The sum of the last one in hexadecimal digits; zeros where there is none.
  public var hash: String
}

extension DeskStore {
  /// A page of the audit, newest first.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func audit(_ query: AuditQuery) throws(DeskError) -> [AuditEntry] {
    let customer = query.customer.map {
      Condition(
        "customer IN (SELECT ?1 UNION ALL SELECT id FROM customer WHERE merged_into = ?1)",
        [$0.number])
    }
    let conditions = [
      customer, query.before.map { Condition("seq < ?", [$0]) },
      query.since.map { Condition("at >= ?", [$0.milliseconds]) },
    ].compactMap(\.self).all
    return try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(AuditRow.columns) FROM audit WHERE \(conditions.sql)
          ORDER BY seq DESC LIMIT ?
          """)
      let values = conditions.values + [max(0, query.limit)]
      return try Row.fetchAll(statement, arguments: StatementArguments(values)).map(AuditEntry.init)
    }
  }

  /// The last entry of the audit: note it somewhere else, and a later look shows whether any was cut off.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func auditHead() throws(DeskError) -> AuditHead {
    try read { db in
      let head = try AuditChain.head(db)
      return AuditHead(count: head.seq, hash: Checksum(head.hash)?.description ?? "")
    }
  }

  /// Notes an act that leaves no other trace in the desk.
  ///
  /// - Parameters:
  ///   - action: What was done.
  ///   - details: What belongs to it; nobody's personal data.
  ///   - customer: Whom it concerns.
  ///   - now: When.
  ///   - actor: By whom; by whom the desk was opened for where nobody else is named.
  /// - Throws: ``DeskError`` where nothing could be written.
  public func note(
    _ action: AuditAction,
    _ details: AuditDetails = [:],
    about customer: CustomerID? = nil,
    at now: Instant,
    by actor: String? = nil
  ) throws(DeskError) {
    try write(action, at: now, by: actor) { db, trail in
      let object = customer.map(AuditObject.customer) ?? .desk
      try trail.note(object, about: customer?.number, details: details, db)
    }
  }
}
