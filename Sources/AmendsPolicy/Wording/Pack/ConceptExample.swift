/// A text that documents a concept and tests it: whether the concept stands in it.
public struct ConceptExample: Equatable, Sendable {
  /// The text.
  public var text: String
  /// The concept's name.
  public var concept: String
  /// Whether it must be seen; else it must not.
  public var isThere: Bool
  /// Where the example is written.
  public var origin: Origin

  /// Makes an example.
  public init(text: String, concept: String, isThere: Bool, origin: Origin) {
    self.text = text
    self.concept = concept
    self.isThere = isThere
    self.origin = origin
  }
}
