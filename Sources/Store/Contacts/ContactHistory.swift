import AmendsPolicy
import Ledger

/// Says of each contact in a history which limit it broke, by what was true when it was made.
///
/// Nothing of it is stored: a fact that comes in late may show that another broke a limit, or did not.
struct ContactHistory {
  let limits: ContactLimits
  let zone: Zone

  /// The limit that each contact broke, by the fact's number; facts come oldest first.
  func broken(_ facts: [Facts.Numbered]) -> [Int64: ContactLimit] {
    var broken: [Int64: ContactLimit] = [:]
    var standing = ContactStanding()
    var orders: [String: OrderStanding] = [:]
    for fact in facts {
      let event = fact.event
      let isProactive = standing.newestUnanswered == nil
      let order = event.order.map { orders[$0] ?? OrderStanding() }
      if event.kind == .contacted {
        let request = ContactRequest(at: event.at, isProactive: isProactive, order: order)
        broken[fact.id] = limits.answer(request, standing: standing, zone: zone).limit
      }
      if let name = event.order, var order {
        order.note(event, isProactive: isProactive)
        orders[name] = order
      }
      standing.note(event)
    }
    return broken
  }
}

extension OrderStanding {
  /// Takes in one fact of the order that is not older than any before.
  fileprivate mutating func note(_ event: ContactEvent, isProactive: Bool) {
    if event.kind == .orderCompleted { completed = event.at }
    if event.kind == .contacted, isProactive { proactive = event.at }
  }
}
