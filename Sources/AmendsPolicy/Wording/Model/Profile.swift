/// How strictly the rules are applied.
public enum Profile: String, CaseIterable, Hashable, Sendable {
  /// The levels that the marketplace's published rules ask for.
  case `default`
  /// Every rule that has a harsher level uses it.
  case strict
}
