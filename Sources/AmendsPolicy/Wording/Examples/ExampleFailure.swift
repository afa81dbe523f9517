/// An example of a pack that does not come out as it says.
public struct ExampleFailure: Equatable, Sendable, CustomStringConvertible {
  /// Where the example, the rule or the concept is written.
  public var origin: Origin
  /// The rule or the concept.
  public var subject: String
  /// What came out instead.
  public var reason: String

  /// Makes a failure.
  public init(origin: Origin, subject: String, reason: String) {
    self.origin = origin
    self.subject = subject
    self.reason = reason
  }

  /// The failure in the compilers' form `file:line: subject: reason`.
  public var description: String { "\(origin): \(subject): \(reason)" }
}
