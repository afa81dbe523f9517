/// Reads a frozen text again at the moment of leaving, with all that is known of its review and customer.
public protocol WordingCheck: Sendable {
  /// Says which rules speak against the text of a claimed item.
  func opinion(on claim: Claim) -> WordingOpinion
}

/// The rules that speak against a text, by their ids.
public struct WordingOpinion: Hashable, Sendable {
  /// Rules that block it.
  public var blocked: [String]
  /// Rules that warn of it.
  public var warned: [String]

  /// An opinion; nothing speaks against the text unless it is said.
  public init(blocked: [String] = [], warned: [String] = []) {
    self.blocked = blocked
    self.warned = warned
  }

  /// Why a text may not leave, if it may not: a block always, a warning where nobody accepted it.
  func hold(accepted: [String]) -> DepartureHold? {
    if !blocked.isEmpty { return .blocked(blocked) }
    let unaccepted = warned.filter { !accepted.contains($0) }
    return unaccepted.isEmpty ? nil : .warned(unaccepted)
  }
}
