public import AmendsPolicy
import GRDB
public import Ledger

/// What became of reviews that something happened to.
public struct AppliedEvent: Hashable, Sendable {
  /// The reviews that changed, with the state that each had: enough to put them back.
  public var former: [ReviewID: ReviewState] = [:]
  /// The reviews that stay as they are, with the reason.
  public var refused: [ReviewID: TransitionError] = [:]

  /// Nothing has happened.
  public init() {}
}

extension DeskStore {
  /// Lets something happen to the work on reviews; where it cannot, the review stays as it is.
  ///
  /// - Throws: ``DeskError/unknown(_:)`` where a review is not there, other errors where nothing could be
  ///   written.
  @discardableResult
  public func apply(
    _ event: ReviewEvent,
    to reviews: [ReviewID],
    at now: Instant,
    by actor: String? = nil,
    as write: WriteID? = nil
  ) throws(DeskError) -> AppliedEvent {
    let act = Act(at: now, by: actor, as: write)
    return try self.write(
      .reviewStateChanged, act, again: { done, _ in done.formerStates }
    ) { db, trail in
      var applied = AppliedEvent()
      for review in reviews {
        do {
          let former = try ReviewWork.apply(event, to: review.number, now: now, db)
          applied.former[review] = former
          try trail.note(review, from: former, db)
        } catch let error as TransitionError {
          applied.refused[review] = error
        }
      }
      return applied
    }
  }

  /// Puts the work on reviews back where it stood; one that a reply waits for, waited for, or has
  /// answered stays.
  ///
  /// - Throws: ``DeskError`` where nothing could be written.
  public func restore(
    _ states: [ReviewID: ReviewState],
    at now: Instant,
    by actor: String? = nil,
    as write: WriteID? = nil
  ) throws(DeskError) {
    try self.write(.reviewStateChanged, Act(at: now, by: actor, as: write)) { db, trail in
      for (review, state) in states.sorted(by: { $0.key < $1.key }) where state != .queued {
        let former = try Reviews.find(review.number, db)?.state
        try db.cachedStatement(
          sql: """
            UPDATE review SET state = ?, state_at = ?
            WHERE id = ? AND state NOT IN ('queued','answered')
            """
        ).execute(arguments: [state.rawValue, now.milliseconds, review.number])
        if let former, former != state, db.changesCount == 1 {
          try trail.note(review, from: former, db)
        }
      }
    }
  }

  /// Sets the cause of reviews, each its own, and gives the causes that they had.
  ///
  /// - Throws: ``DeskError/unknown(_:)`` where a review is not there, other errors where nothing could be
  ///   written.
  @discardableResult
  public func setCauses(
    _ causes: [ReviewID: Cause?],
    at now: Instant,
    by actor: String? = nil,
    as write: WriteID? = nil
  ) throws(DeskError) -> [ReviewID: Cause?] {
    let act = Act(at: now, by: actor, as: write)
    return try self.write(
      .causeSet, act, again: { done, _ in done.formerCauses(of: causes) }
    ) { db, trail in
      var former: [ReviewID: Cause?] = [:]
      for (review, cause) in causes.sorted(by: { $0.key < $1.key }) {
        let known = try Reviews.known(review.number, db)
        former[review] = .some(known.cause)
        guard known.cause != cause else { continue }
        try trail.note(cause, of: known, db)
        try db.cachedStatement(sql: "UPDATE review SET cause = ? WHERE id = ?").execute(arguments: [
          cause?.rawValue, review.number,
        ])
      }
      return former
    }
  }

  /// Says in which language a review is written, as a primary subtag; `nil` where that is unknown.
  ///
  /// - Throws: ``DeskError`` where nothing could be written.
  public func setLanguage(_ language: String?, of review: ReviewID) throws(DeskError) {
    try write { db in
      try db.cachedStatement(sql: "UPDATE review SET language = ? WHERE id = ?").execute(
        arguments: [language, review.number])
    }
  }
}

/// The steps of the work on one review.
enum ReviewWork {
  /// Lets something happen to a review and gives the state that it had.
  @discardableResult
  static func apply(
    _ event: ReviewEvent,
    to review: Int64,
    now: Instant,
    _ db: Database
  ) throws -> ReviewState {
    let name = try String.fetchOne(
      db.cachedStatement(sql: "SELECT state FROM review WHERE id = ?"), arguments: [review])
    guard let state = name.flatMap(ReviewState.init(rawValue:)) else {
      throw DeskError.unknown("review")
    }
    let after = try state.after(event)
    try db.cachedStatement(sql: "UPDATE review SET state = ?, state_at = ? WHERE id = ?")
      .execute(arguments: [after.rawValue, now.milliseconds, review])
    return state
  }
}
