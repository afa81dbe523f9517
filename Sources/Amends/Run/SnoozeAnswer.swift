import AmendsPolicy
import Inbox
import Ledger
import Store

extension Answer {
  /// What became of reviews that were to be snoozed or woken; those that stay in the list are told of.
  init(_ applied: AppliedSnoozes, of snoozes: [ReviewID: Snooze?]) {
    let stays = [
      Self.words(applied.waiting.count, "waits for an answer", "wait for an answer"),
      Self.words(applied.handled.count, "is not open", "are not open"),
      Self.words(applied.overtaken.count, "was changed meanwhile", "were changed meanwhile"),
    ].compactMap(\.self).joined(separator: ", ")
    guard !applied.former.isEmpty else {
      self =
        stays.isEmpty ? .done("that was so already", undo: nil) : .failed("not snoozed: \(stays)")
      return
    }
    let changed = Set(applied.former.keys.map { snoozes[$0] ?? nil })
    let rest = stays.isEmpty ? "" : "; not snoozed: \(stays)"
    self = .done(
      "\(Self.words(changed)): \(applied.former.count)\(rest)",
      undo: .setSnoozes(
        applied.former, known: snoozes.filter { applied.former.keys.contains($0.key) }))
  }

  private static func words(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
  }

  private static func words(_ snoozes: Set<Snooze?>) -> String {
    guard snoozes.count == 1, let snooze = snoozes.first else { return "snoozed as before" }
    return switch snooze {
    case nil: "back in the list"
    case .until(let end): "snoozed until \(ISO8601.text(end))"
    case .untilTheyWrite: "snoozed until they write"
    }
  }
}
