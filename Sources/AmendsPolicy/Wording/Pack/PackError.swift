/// Why a pack was refused.
public struct PackError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where the fault is.
  public var origin: Origin
  /// What is wrong, and what was expected.
  public var reason: String

  /// Makes an error.
  public init(origin: Origin, reason: String) {
    self.origin = origin
    self.reason = reason
  }

  /// The error in the compilers' form `file:line: reason`.
  public var description: String { "\(origin): \(reason)" }
}
