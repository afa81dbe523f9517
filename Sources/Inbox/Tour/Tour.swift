/// A guided first walk: which step a person is at, and what leads on.
struct Tour: Equatable, Sendable {
  /// What a person learns, in this order.
  enum Step: Int, CaseIterable, Sendable {
    case move
    case open
    case why
    case cause
    case compose
    case lure
    case mend
    case queue
    case undo
    case help
  }

  /// What a person has done, as far as the walk cares.
  enum Deed: Hashable, Sendable {
    /// A command was given, and was not refused.
    case gave(Command)
    /// A cause was set.
    case judged
    /// The composer waits for text.
    case composing
    /// The draft is blocked.
    case blocked
    /// There is a draft that is not blocked.
    case mended
    /// A reply is in the outbox.
    case queued
    /// A reply is a draft again.
    case recalled

    /// The steps that it takes; more than one where it does more than was asked for.
    fileprivate var steps: ClosedRange<Int>? {
      let (first, last): (Step, Step)
      switch self {
      case .gave(let command) where command.steps(page: 1) != nil: (first, last) = (.move, .move)
      case .gave(.open): (first, last) = (.move, .open)
      case .gave(.why): (first, last) = (.why, .why)
      case .gave(.help): (first, last) = (.help, .help)
      case .gave: return nil
      case .judged: (first, last) = (.cause, .cause)
      case .composing: (first, last) = (.compose, .compose)
      case .blocked: (first, last) = (.lure, .lure)
      case .mended: (first, last) = (.mend, .mend)
      case .queued: (first, last) = (.lure, .queue)
      case .recalled: (first, last) = (.undo, .undo)
      }
      return first.rawValue...last.rawValue
    }
  }

  /// The step to be taken; `nil` when all have been.
  private(set) var step: Step? = .move

  /// Goes on where a deed takes the present step.
  mutating func note(_ deed: Deed) {
    guard let step, let steps = deed.steps, steps.contains(step.rawValue) else { return }
    self.step = Step(rawValue: steps.upperBound + 1)
  }

  /// Goes on though the step was not taken.
  mutating func skip() { step = step.flatMap { Step(rawValue: $0.rawValue + 1) } }
}
