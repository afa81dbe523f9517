import AmendsPolicy
import Ledger

extension ContactClock {
  /// The clock in one line, with its instants as ISO 8601 has them.
  var line: String {
    let since = began.map { "since \(ISO8601.text($0)); " } ?? ""
    return "\(name)\(courseWords): \(why) [\(since)\(origin.words)]"
  }

  private var courseWords: String {
    switch (subject, course) {
    case (_, .endless): ""
    case (.limit(.quietHours), .runs(let start)) where !isHolding:
      ", from \(ISO8601.text(start))"
    case (.reply, .runs(let due)): ", due \(ISO8601.text(due))"
    case (.reply, .over(let due)): ", overdue since \(ISO8601.text(due))"
    case (.reply, .idle): ", none waits"
    case (_, .runs(let end)): ", until \(ISO8601.text(end))"
    case (_, .over(let end)): ", over since \(ISO8601.text(end))"
    case (_, .idle), (_, .unknown): ", not known"
    }
  }
}
