/// A name that stands for several concepts wherever patterns name concepts.
public struct ConceptGroup: Equatable, Sendable {
  /// The name.
  public var name: String
  /// The concepts, or groups defined before.
  public var members: [String]
  /// Where it is defined.
  public var origin: Origin

  /// Makes a group.
  public init(name: String, members: [String], origin: Origin) {
    self.name = name
    self.members = members
    self.origin = origin
  }
}
