import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  mutating func workOnList(_ command: Command, at now: Instant) -> [Effect] {
    switch command {
    case .mark: return toggleMark()
    case .markAllShown: return toggleAllShown(at: now)
    case .search: return push(.prompt(PromptLayer(.search, text: list.filter.search, over: list)))
    case .filter: return push(.prompt(PromptLayer(.filter, text: list.typedFilter)))
    case .clear: return clear()
    case .nextOrder: return takeNextOrder(at: now)
    default: return push(.prompt(PromptLayer(.importPath)))
    }
  }

  private mutating func toggleMark() -> [Effect] {
    guard let review = list.selectedRow?.review else { return [] }
    list.marked[review.id] = list.marked[review.id] == nil ? review : nil
    return list.step(1)
  }

  private mutating func toggleAllShown(at now: Instant) -> [Effect] {
    let shown = list.shownRows.map(\.review)
    let areMarked = shown.allSatisfy { list.marked[$0.id] != nil }
    for review in shown { list.marked[review.id] = areMarked ? nil : review }
    say("\(list.marked.count) marked", at: now)
    return []
  }

  private mutating func clear() -> [Effect] {
    list.marked = [:]
    if list.view != nil { return show(nil) }
    guard list.filter != .inbox else { return [] }
    list.take(.inbox, typed: "")
    return list.restart()
  }

  private mutating func takeNextOrder(at now: Instant) -> [Effect] {
    let orders = ReviewOrder.allCases
    let index = orders.firstIndex(of: list.order) ?? 0
    return take(orders[(index + 1) % orders.count], at: now)
  }

  mutating func take(_ order: ReviewOrder, at now: Instant) -> [Effect] {
    list.order = order
    say(order.words, at: now)
    return list.restart()
  }
}

extension Inbox {
  mutating func workOnReviews(_ command: Command, at now: Instant) -> [Effect] {
    switch command {
    case .setCause: return push(.choice(causeQuestion()))
    case .takeCause: return takeSuggestedCauses(at: now)
    case .snooze: return snooze(at: now)
    case .report: return currentReview.map { openSheet(of: $0) } ?? []
    case .settle: return apply(.settled, at: now)
    case .closeReview: return apply(.closed, at: now)
    case .reopen: return apply(.reopened, at: now)
    case .reviewGone: return noteGone()
    default: return currentReview?.order.map { [.copy($0, what: "the order number")] } ?? []
    }
  }

  private mutating func noteGone() -> [Effect] {
    let reviews = currentReviews.map(\.id)
    list.marked = [:]
    return [.markRemoved(reviews)]
  }

  private mutating func apply(_ event: ReviewEvent, at now: Instant) -> [Effect] {
    let possible = currentReviews.filter { (try? $0.state.after(event)) != nil }
    guard let first = currentReviews.first else { return [] }
    guard !possible.isEmpty else {
      return refuse("a review that is \(first.state.rawValue) stays so", at: now)
    }
    list.marked = [:]
    return [.apply(event, possible.map(\.id))]
  }
}
