import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  mutating func navigate(_ command: Command, at now: Instant) -> [Effect] {
    switch command {
    case .open: return openCustomer()
    case .back:
      layers.removeLast()
      return layers.isEmpty ? list.reload() + [.loadCounts, .loadOpenDrafts] : refreshTop()
    case .compose: return compose(at: now)
    case .resumeDraft: return resumeDraft()
    case .outbox: return openOutbox(at: now)
    case .nextReview: return moveToNeighbour(1, at: now)
    default: return moveToNeighbour(-1, at: now)
    }
  }

  private mutating func openOutbox(at now: Instant) -> [Effect] {
    let screen = OutboxScreen(since: settings.rules.startOfDay(at: now))
    layers.append(.outbox(screen))
    return [.loadOutbox(since: screen.since)]
  }

  private mutating func openCustomer() -> [Effect] {
    guard let row = list.selectedRow else { return [] }
    layers.append(.customer(CustomerScreen(row.customer.id, review: row.review.id)))
    return [.loadCustomer(row.customer.id)]
  }

  private func refreshTop() -> [Effect] {
    switch layers.last {
    case .customer(let screen): [.loadCustomer(screen.id)]
    case .outbox(let screen): [.loadOutbox(since: screen.since)]
    case .sheet(let sheet): [.loadEvidence(sheet.review, sheet.customer)]
    default: []
    }
  }

  private mutating func moveToNeighbour(_ steps: Int, at now: Instant) -> [Effect] {
    let before = list.selected
    let effects = list.step(steps)
    guard let row = list.selectedRow, list.selected != before else {
      let end = steps > 0 ? "last" : "first"
      let reason =
        list.isCatchingUp ? "the list is still being read" : "this is the \(end) review of the list"
      return effects + refuse(reason, at: now)
    }
    layers = layers.filter { layer in
      if case .customer = layer { return false }
      return true
    }
    layers.append(.customer(CustomerScreen(row.customer.id, review: row.review.id)))
    return effects + [.loadCustomer(row.customer.id)]
  }

  private mutating func resumeDraft() -> [Effect] {
    guard let draft = openDrafts.max(by: { $0.changedAt < $1.changedAt }) else { return [] }
    layers.append(.composer(Composer(review: draft.review, customer: draft.customer)))
    return [.loadDraft(draft.review, draft.customer)]
  }

  private mutating func compose(at now: Instant) -> [Effect] {
    guard let review = currentReview else { return [] }
    layers.append(.composer(Composer(review: review.id, customer: review.customer)))
    return [.loadDraft(review.id, review.customer)]
  }
}
