/// The decision on a whole draft.
public enum Verdict: String, CaseIterable, Comparable, Hashable, Sendable {
  /// No rule applies.
  case pass
  /// At least one warning, no block.
  case warn
  /// At least one rule that blocks.
  case block

  init(worst severity: Severity?) {
    switch severity {
    case nil: self = .pass
    case .warn: self = .warn
    case .block: self = .block
    }
  }

  private var rank: Int {
    switch self {
    case .pass: 0
    case .warn: 1
    case .block: 2
    }
  }

  /// Orders pass before warn before block.
  public static func < (left: Verdict, right: Verdict) -> Bool {
    left.rank < right.rank
  }
}
