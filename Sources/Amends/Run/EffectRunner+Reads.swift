import AmendsPolicy
import Inbox
import Ledger
import Store

extension EffectRunner {
  /// How much of what has ended the outbox shows at most.
  private static let mostEnded = 100

  func read(_ effect: Effect) throws -> Answer? {
    switch effect {
    case .loadPage(let request):
      return .page(
        request,
        try store.reviews(
          request.filter, order: request.order, from: request.start, limit: request.limit,
          now: SystemClock.now))
    case .loadCounts: return .counts(try store.counts(at: SystemClock.now))
    case .countViews(let filters, let cap):
      let now = SystemClock.now
      var counts: [ReviewFilter: Int] = [:]
      for filter in filters { counts[filter] = try store.count(filter, cap: cap, now: now) }
      return .viewCounts(counts)
    case .loadCustomer(let id): return .customer(id, try store.customerFile(id))
    case .loadDraft(let review, let customer):
      guard let file = try store.customerFile(customer) else {
        throw DeskError.unknown("customer")
      }
      return .draft(review, file, try store.draft(for: review))
    case .loadEvidence(let review, let customer):
      guard let file = try store.customerFile(customer) else {
        throw DeskError.unknown("customer")
      }
      return .evidence(
        review, file, sameTexts: try store.reviewsSayingTheSame(as: review))
    case .loadOpenDrafts: return .openDrafts(try store.openDrafts())
    case .loadOutbox(let since):
      let ended = try store.outboxEnded(since: since, limit: Self.mostEnded)
      return .outbox(OutboxContents(rows: try store.outbox() + ended, sender: sender.live))
    default: return nil
    }
  }
}
