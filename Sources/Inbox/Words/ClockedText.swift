import AmendsPolicy
import Ledger

/// A text from the desk with its instants on the shop's clock, and when that reads otherwise.
struct ClockedText: Equatable {
  var text: String
  /// The instant at which the words change by themselves; `nil` where they do not.
  var changesAt: Instant?

  init(_ text: String, rules: ContactRules, at now: Instant) {
    var changes: [Instant] = []
    self.text = ISO8601.replacingInstants(in: text) { instant in
      if let change = rules.clockChange(of: instant, at: now) { changes.append(change) }
      return rules.clock(instant, at: now)
    }
    changesAt = changes.min()
  }
}
