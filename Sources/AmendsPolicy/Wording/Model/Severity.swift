/// What a finding does to a draft.
public enum Severity: String, CaseIterable, Comparable, Hashable, Sendable, BitwiseCopyable {
  /// Needs the agent's explicit acknowledgement.
  case warn
  /// Breaks a rule: must not be queued.
  case block

  /// A warning is less than a block.
  public static func < (left: Severity, right: Severity) -> Bool {
    left == .warn && right == .block
  }
}
