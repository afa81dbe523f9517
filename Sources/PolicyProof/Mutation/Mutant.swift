public import AmendsPolicy

/// Packs with one deliberate fault, which the packs' examples should notice.
public struct Mutant: Sendable {
  /// What was done.
  public enum Kind: String, CaseIterable, Sendable {
    /// All phrases of a concept are gone.
    case phrases = "phrase group deleted"
    /// A phrase that hides another sense is gone.
    case mask = "mask deleted"
    /// A concept's words are not found in disguise any more.
    case critical = "disguise not seen through"
    /// One way to find a construction or a rule is gone.
    case pattern = "pattern deleted"
    /// A guard is gone.
    case excuse = "guard deleted"
    /// The slots may stand further apart, or less far.
    case scope = "scope changed"
    /// More words may stand between slots, or fewer.
    case gap = "gap changed"
    /// A guard reaches further.
    case reach = "guard’s reach changed"
    /// The order of the slots does not matter any more.
    case order = "order dropped"
    /// The case does not matter any more.
    case condition = "condition dropped"
    /// A rule or one of its levels has the other severity.
    case severity = "severity changed"
    /// A rule does not make way for another.
    case exclusion = "exclusion dropped"
  }

  /// What was done.
  public var kind: Kind
  /// Where the fault is.
  public var origin: Origin
  /// What it is, such as the name of the concept or guard.
  public var subject: String
  /// The language whose examples should notice; nil where any language's may.
  public var language: String?
  /// The packs with the fault.
  var packs: [RulePack]

  /// The mutant in the compilers' form `file:line: what: subject`.
  public var description: String { "\(origin): \(kind.rawValue): \(subject)" }
}
