public import AmendsPolicy

/// The program that lets replies leave at a desk; there is one at most.
public struct LiveSender: Hashable, Sendable {
  /// What it is called, such as `amends send (pid 812, ana)`.
  public var name: String
  /// Whether it is the program that asks.
  public var isThisProgram: Bool
  /// Until when it rests, because its server takes nothing from anybody; `nil` while it does not rest.
  public var restsUntil: Instant?
  /// Why it rests; empty while it does not.
  public var reason: String

  /// A sender; it does not rest unless that is said.
  public init(
    name: String,
    isThisProgram: Bool,
    restsUntil: Instant? = nil,
    reason: String = ""
  ) {
    self.name = name
    self.isThisProgram = isThisProgram
    self.restsUntil = restsUntil
    self.reason = reason
  }
}
