import GRDB
import Store

/// Why a proof could not be run to its end.
public struct ProofError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, in words.
  public let description: String

  /// A proof that failed for a reason.
  init(_ reason: String) { description = reason }

  init(_ error: any Error) {
    switch error {
    case let known as ProofError: self = known
    case let desk as DeskError: self.init(desk.description)
    case let refusal as DatabaseError: self.init("the database refused: \(refusal)")
    default: self.init("\(error)")
    }
  }
}
