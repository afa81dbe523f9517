public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Makes one person of two, by hand: the one known by a key becomes part of another.
  ///
  /// An unknown key is simply one more of the person. Facts, reviews, drafts and replies move; of two
  /// replies on their way the younger is recalled.
  /// - Throws: ``DeskError/erased`` where one of them was erased; other errors where there is no such
  ///   customer, or nothing could be written.
  public func merge(
    _ key: CustomerKey,
    into customer: CustomerID,
    at now: Instant,
    by actor: String? = nil,
    as write: WriteID? = nil
  ) throws(DeskError) {
    try self.write(.customersMerged, Act(at: now, by: actor, as: write)) { db, trail in
      let survivor = try People.known(customer.number, db).id.number
      guard try ErasedPeople(db).find(key, db) == nil, try !People.isErased(survivor, db) else {
        throw DeskError.erased
      }
      var resolver = PersonResolver(now: now)
      guard let other = try People.owner(of: key, db) else {
        _ = try resolver.person([key], also: survivor, db)
        try trail.note(
          .customer(CustomerID(survivor)), about: survivor, details: [.added: key.kind], db)
        return
      }
      guard other != survivor else { return }
      try resolver.merge(other, into: survivor, db)
      try trail.note(.customer(CustomerID(other)), about: survivor, db)
    }
  }
}
