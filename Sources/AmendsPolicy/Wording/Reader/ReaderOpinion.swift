/// What a second reader makes of a draft: how likely it breaks which rule, and where.
public struct ReaderOpinion: Equatable, Sendable {
  /// One of the things that a reader gives log odds for.
  public enum Output: Int, CaseIterable, Sendable {
    /// That the draft must be blocked.
    case block
    /// That it breaks any rule.
    case finding
    case lureConditional
    case lureImplied
    case askRemoval
    case askPositive
    case threatPressure
    case privacyContact
    case marketing
    case format
    case emptyAcknowledgement
    case noRemedy

    /// The rules of what a draft lacks: there is nothing to point at.
    static let lacks: Set<RuleID> = ["empty.acknowledgement", "no.remedy"]

    /// The rule that it stands for; nil for the two that stand for none by itself.
    public var rule: RuleID? {
      switch self {
      case .block, .finding: nil
      case .lureConditional: "lure.conditional"
      case .lureImplied: "lure.implied"
      case .askRemoval: "ask.removal"
      case .askPositive: "ask.positive"
      case .threatPressure: "threat.pressure"
      case .privacyContact: "privacy.contact"
      case .marketing: "marketing"
      case .format: "format"
      case .emptyAcknowledgement: "empty.acknowledgement"
      case .noRemedy: "no.remedy"
      }
    }
  }

  /// How strongly some words of the draft speak for a violation.
  public struct Pointer: Equatable, Sendable {
    /// Bytes of the reader's text.
    public var range: Range<Int>
    /// Log odds.
    public var logit: Float

    /// Makes a pointer.
    public init(range: Range<Int>, logit: Float) {
      self.range = range
      self.logit = logit
    }
  }

  /// Log odds by the number of the output.
  public var logits: [Float]
  /// The words of the text in their order, each with how strongly it speaks for a violation.
  public var pointers: [Pointer]
  /// Whether the text was too long to be read whole, so that parts of it were sampled.
  public var isSampled: Bool

  /// Makes an opinion; `logits` has a number for each output.
  public init(logits: [Float], pointers: [Pointer] = [], isSampled: Bool = false) {
    precondition(logits.count == Output.allCases.count, "an opinion has a number for each output")
    self.logits = logits
    self.pointers = pointers
    self.isSampled = isSampled
  }

  /// The log odds of an output.
  public subscript(output: Output) -> Float {
    get { logits[output.rawValue] }
    set { logits[output.rawValue] = newValue }
  }
}

/// Something that understands drafts as a whole.
public protocol SecondReader: Sendable {
  /// Reads a draft with its case; any text is valid.
  func opinion(on reading: ReaderCase) -> ReaderOpinion
}
