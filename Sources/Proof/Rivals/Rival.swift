/// One of many processes that want to write to the same customers.
protocol Rival {
  /// Tries once to write to a customer.
  ///
  /// - Throws: Where something failed that no contention explains.
  mutating func attempt(_ customer: Int, _ meter: WaitMeter) throws -> AttemptOutcome
}

/// What came of one attempt.
enum AttemptOutcome: Hashable, Sendable {
  /// The message left.
  case left
  /// It was refused.
  case refused
  /// The database was not to be had in time.
  case failed
}

/// The three ways to contend.
public enum RivalKind: String, Sendable, CaseIterable {
  /// As Amends does: through the outbox, with a permit.
  case ledger
  /// With plain SQL on the same desk, without any check, and with lies about what came before.
  case rogue
  /// Without the ledger: asks first and writes then, as an interface does.
  case careless

  /// The kind as the table names it.
  public var words: String {
    switch self {
    case .ledger: "as Amends sends"
    case .rogue: "rogue, no check"
    case .careless: "without ledger"
    }
  }
}
