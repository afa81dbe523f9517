import AmendsPolicy
import GRDB
import Ledger

extension AuditTrail {
  /// Notes that the work on a review stands elsewhere now.
  func note(_ review: ReviewID, from former: ReviewState, _ db: Database) throws {
    let now = try Reviews.known(review.number, db)
    try note(
      .review(review), about: now.customer.number,
      details: [.from: former.rawValue, .to: now.state.rawValue], db)
  }

  /// Notes that a review gets another cause.
  func note(_ cause: Cause?, of review: Review, _ db: Database) throws {
    try note(
      .review(review.id), about: review.customer.number,
      details: [.from: review.cause?.rawValue, .to: cause?.rawValue], db)
  }
}

extension DoneWrite {
  /// The states that the reviews had before.
  var formerStates: AppliedEvent {
    var applied = AppliedEvent()
    for (review, entry) in objects(\.review) {
      applied.former[review] = entry.details[.from].flatMap(ReviewState.init(rawValue:))
    }
    return applied
  }

  /// The causes that the reviews had before; those without an entry had the one that they were to get.
  func formerCauses(of causes: [ReviewID: Cause?]) -> [ReviewID: Cause?] {
    var former = causes
    for (review, entry) in objects(\.review) {
      former[review] = .some(entry.details[.from].flatMap(Cause.init(rawValue:)))
    }
    return former
  }
}
