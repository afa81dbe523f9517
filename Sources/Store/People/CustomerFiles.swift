import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Everything that ever passed between the shop and a person; `nil` where there is no such customer.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func customerFile(_ id: CustomerID) throws(DeskError) -> CustomerFile? {
    try read { db in
      guard let customer = try People.customer(People.root(id.number, db), db) else { return nil }
      let number = customer.id.number
      let facts = try Facts.numbered(of: number, db)
      let history = ContactHistory(limits: limits, zone: zones(customer.zone))
      let reviews = try Timeline.reviews(of: number, db)
      let entries =
        try Timeline.contacts(of: number, broken: history.broken(facts), db)
        + Timeline.notes(of: number, db) + Timeline.versions(of: number, db)
        + Timeline.outbox(of: number, db) + Timeline.entries(of: reviews, db)
      return CustomerFile(
        customer: customer, keys: try People.keys(of: number, db), reviews: reviews,
        timeline: entries.sorted { $0.at < $1.at }, events: facts.map(\.event),
        outbox: try Timeline.waiting(of: number, db))
    }
  }
}
