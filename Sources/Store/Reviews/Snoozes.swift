public import AmendsPolicy
import GRDB
public import Ledger

/// What became of reviews that were to be snoozed or woken.
public struct AppliedSnoozes: Hashable, Sendable {
  /// The reviews that changed, with the snooze that each had: enough to put them back.
  public var former: [ReviewID: Snooze?] = [:]
  /// The reviews that stay in the list because their writers wait for an answer.
  public var waiting: Set<ReviewID> = []
  /// The reviews that are not open, and so in no list that they could leave.
  public var handled: Set<ReviewID> = []
  /// The reviews that stay as they are because somebody, or something, has changed their snooze meanwhile.
  public var overtaken: Set<ReviewID> = []

  /// Nothing has changed.
  public init() {}
}

extension DeskStore {
  /// Snoozes reviews, each until its own time, or wakes those that get `nil`.
  ///
  /// Whoever has written and waits for an answer is never put out of sight: their reviews stay, and one that is
  /// snoozed comes back as soon as they write. Of those that are given as `known`, only those change whose snooze is
  /// still that one: so an undo puts nothing out of sight that came back meanwhile.
  /// - Throws: ``DeskError/unknown(_:)`` where a review is not there, other errors where nothing could be
  ///   written.
  @discardableResult
  public func setSnoozes(
    _ snoozes: [ReviewID: Snooze?],
    known: [ReviewID: Snooze?] = [:],
    at now: Instant,
    by actor: String? = nil,
    as write: WriteID? = nil
  ) throws(DeskError) -> AppliedSnoozes {
    let act = Act(at: now, by: actor, as: write)
    return try self.write(
      .reviewSnoozed, act, again: { done, _ in done.formerSnoozes }
    ) { db, trail in
      var applied = AppliedSnoozes()
      for (id, snooze) in snoozes.sorted(by: { $0.key < $1.key }) {
        let review = try Reviews.known(id.number, db)
        if let known = known[id], review.snooze != known {
          applied.overtaken.insert(id)
          continue
        }
        if snooze != nil {
          guard review.state == .open else {
            applied.handled.insert(id)
            continue
          }
          guard try !Snoozes.isWaiting(review.customer.number, db) else {
            applied.waiting.insert(id)
            continue
          }
        }
        guard review.snooze != snooze else { continue }
        try Snoozes.set(snooze, of: id.number, db)
        try trail.note(snooze, of: review, db)
        applied.former[id] = .some(review.snooze)
      }
      return applied
    }
  }
}

/// Reviews that are out of the list for a while.
enum Snoozes {
  static func set(_ snooze: Snooze?, of review: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE review SET snoozed_until = ? WHERE id = ?")
      .execute(arguments: [snooze?.stored, review])
  }

  /// Whether a person has written and waits for an answer.
  static func isWaiting(_ customer: Int64, _ db: Database) throws -> Bool {
    try db.cachedStatement(
      sql: "SELECT 1 FROM customer WHERE id = ? AND oldest_unanswered IS NOT NULL"
    ).number([customer]) != nil
  }

  /// Brings the reviews of a person back.
  static func wake(writer customer: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE review INDEXED BY review_customer SET snoozed_until = NULL
        WHERE customer = ? AND snoozed_until IS NOT NULL
        """
    ).execute(arguments: [customer])
  }

  /// Open reviews of some stars that are snoozed at an instant.
  static func count(_ stars: ClosedRange<Int>, at now: Instant, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM review INDEXED BY review_snoozed
        WHERE snoozed_until > ? AND rating BETWEEN ? AND ?
        """)
    return Int(
      try statement.number([now.milliseconds, stars.lowerBound, stars.upperBound]) ?? 0)
  }

  /// When the next review comes back by itself.
  static func nextWake(after now: Instant, _ db: Database) throws -> Instant? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT min(snoozed_until) FROM review INDEXED BY review_snoozed
        WHERE snoozed_until > ? AND snoozed_until < \(SnoozeSchema.untilTheyWrite)
        """)
    return Instant(try statement.number([now.milliseconds]))
  }
}

extension Snooze {
  /// The value of the column.
  var stored: Int64 {
    switch self {
    case .until(let end): min(end.milliseconds, SnoozeSchema.untilTheyWrite - 1)
    case .untilTheyWrite: SnoozeSchema.untilTheyWrite
    }
  }

  /// The snooze that is kept as a value, if there is one.
  init?(stored: Int64?) {
    guard let stored else { return nil }
    self =
      stored < SnoozeSchema.untilTheyWrite
      ? .until(Instant(milliseconds: stored)) : .untilTheyWrite
  }

  /// How the audit writes it.
  fileprivate var text: String {
    switch self {
    case .until(let end): ISO8601.text(end)
    case .untilTheyWrite: "they-write"
    }
  }

  fileprivate init?(text: String) {
    if text == Snooze.untilTheyWrite.text {
      self = .untilTheyWrite
    } else if let end = ISO8601.instant(text) {
      self = .until(end)
    } else {
      return nil
    }
  }
}

extension AuditTrail {
  /// Notes that a review is snoozed, or woken.
  fileprivate func note(_ snooze: Snooze?, of review: Review, _ db: Database) throws {
    try note(
      .review(review.id), about: review.customer.number,
      details: [.from: review.snooze?.text, .to: snooze?.text], db)
  }
}

extension DoneWrite {
  /// The snoozes that the reviews had before.
  fileprivate var formerSnoozes: AppliedSnoozes {
    var applied = AppliedSnoozes()
    for (review, entry) in objects(\.review) {
      applied.former[review] = .some(entry.details[.from].flatMap(Snooze.init(text:)))
    }
    return applied
  }
}
