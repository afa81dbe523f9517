public import AmendsPolicy

/// One of the clocks that run for a person: what it measures, how it stands, why, and who says so.
public struct ContactClock: Hashable, Sendable {
  /// What a clock measures.
  public enum Subject: Hashable, Sendable {
    /// A limit on messages to the person.
    case limit(ContactLimit)
    /// How long a message of theirs waits for its answer.
    case reply
    /// How long a removal of the seller feedback can be asked for.
    case removal
    /// How long the brand's own tool shows the product review.
    case brandTool
  }

  /// How a clock stands.
  public enum Course: Hashable, Sendable {
    /// It runs until an instant.
    case runs(until: Instant)
    /// It has run out.
    case over(since: Instant)
    /// Time alone does not end it.
    case endless
    /// There is nothing for it to measure.
    case idle
    /// It cannot be told, as its beginning is not known.
    case unknown
  }

  /// What it measures.
  public var subject: Subject
  /// Whether it stands against a message at this moment.
  public var isHolding: Bool
  /// When it began; `nil` where nothing began it, or nobody knows when.
  public var began: Instant?
  /// How it stands.
  public var course: Course
  /// Why, in plain words.
  public var why: String
  /// Who made its rule.
  public var origin: RuleOrigin

  /// A clock with all its parts.
  public init(
    _ subject: Subject,
    isHolding: Bool = false,
    began: Instant? = nil,
    course: Course,
    why: String,
    origin: RuleOrigin
  ) {
    self.subject = subject
    self.isHolding = isHolding
    self.began = began
    self.course = course
    self.why = why
    self.origin = origin
  }

  /// The name that command line and screen call it by.
  public var name: String {
    switch subject {
    case .limit(let limit): limit.rawValue
    case .reply: "answer"
    case .removal: "removal"
    case .brandTool: "brand-tool"
    }
  }
}
