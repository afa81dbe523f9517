import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// Asks until when reviews are to be out of the list; those that all are already may come back instead.
  mutating func snooze(at now: Instant) -> [Effect] {
    let open = currentReviews.filter { $0.state == .open }
    guard let first = open.first else { return refuse(reasonAgainstSnoozing, at: now) }
    if currentReviews.count == 1, isAnswerAwaited(on: first) {
      return refuse("they wrote and wait for an answer: it stays in the list", at: now)
    }
    guard open.allSatisfy({ $0.activeSnooze(at: now) != nil }) else {
      return askForSnooze(of: open.map(\.id))
    }
    return push(.choice(wakeQuestion(open, at: now)))
  }

  private var reasonAgainstSnoozing: String {
    let state = currentReviews.first?.state.rawValue ?? ""
    return "only an open review is snoozed: this one is \(state)"
  }

  /// Whether the writer of a review waits for an answer, as far as it has been read.
  private func isAnswerAwaited(on review: Review) -> Bool {
    let customer =
      customerScreen?.file?.customer ?? list.rows.first { $0.review.id == review.id }?.customer
    return customer?.standing.oldestUnanswered != nil
  }

  mutating func askForSnooze(of reviews: [ReviewID]) -> [Effect] {
    push(.prompt(PromptLayer(.snooze(reviews))))
  }

  private func wakeQuestion(_ reviews: [Review], at now: Instant) -> Choice {
    let snoozes = Set(reviews.compactMap { $0.activeSnooze(at: now) })
    let until = snoozes.count == 1 ? snoozes.first.map { " \(settings.rules.words(of: $0))" } : nil
    let what = reviews.count == 1 ? "It is" : "These \(reviews.count) are"
    let ids = reviews.map(\.id)
    return Choice(
      title: "\(what) snoozed\(until ?? "").",
      options: [
        .init("w", "wake: back into the list now", .snooze(nil, ids)),
        .init("z", "snooze until another time", .askForSnooze(ids)),
      ])
  }

  /// Takes the time that was typed, as it was shown.
  mutating func accept(
    _ layer: PromptLayer,
    snoozing reviews: [ReviewID],
    at now: Instant
  ) -> [Effect] {
    do throws(TypedSnooze.Fault) {
      let typed = try TypedSnooze.read(layer.prompt.text, at: now, in: settings.rules.shopZone)
      let snooze = layer.snooze ?? typed
      guard snooze.holds(at: now) else { throw .past }
      layers.removeLast()
      return set(snooze, on: reviews)
    } catch {
      return fault(error.description, in: layer)
    }
  }

  /// Snoozes reviews or wakes them; they are marked no more.
  mutating func set(_ snooze: Snooze?, on reviews: [ReviewID]) -> [Effect] {
    for review in reviews { list.marked[review] = nil }
    let snoozes = reviews.map { ($0, snooze) }
    return [.setSnoozes(Dictionary(snoozes, uniquingKeysWith: { first, _ in first }))]
  }

  /// Whether a snoozed review comes back by itself some time.
  public var awaitsSnoozed: Bool { counts?.nextWake != nil }

  /// Reads the list again when a snoozed review comes back.
  mutating func wakeSnoozed(at now: Instant) -> [Effect] {
    guard let wake = counts?.nextWake, wake <= now else { return [] }
    counts?.nextWake = nil
    return list.reload() + [.loadCounts]
  }
}
