import AmendsPolicy
import Ledger

/// How far the second reader is with a draft that is being written.
struct ReadingAlong: Equatable, Sendable {
  /// Where it stands.
  enum State: Equatable, Sendable {
    /// It has not been asked yet.
    case unasked
    /// It reads the text of a request.
    case underWay(ReadingRequest, since: Instant)
    /// Its opinion is of a text.
    case stands(String)
    /// It took too long over a text: the draft is judged without it.
    case late(String)
    /// The rules judge alone, with the reason.
    case absent(String)
  }

  /// How long queueing waits for it.
  static let patience = Span.seconds(2)

  private(set) var state = State.unasked
  private(set) var opinion: SecondOpinion?
  private var number = 0
  /// Since when a person waits to queue the draft.
  private(set) var queueingSince: Instant?

  /// What to ask when a text must be read; nil where that was asked, or cannot be.
  mutating func request(_ text: String, in context: DraftContext, at now: Instant)
    -> ReadingRequest?
  {
    switch state {
    case .absent: return nil
    case .underWay(let request, _) where request.text == text && request.context == context:
      return nil
    case .stands(let read) where read == text && opinion != nil && context == lastContext:
      return nil
    default: break
    }
    number += 1
    lastContext = context
    let request = ReadingRequest(number: number, text: text, context: context)
    state = .underWay(request, since: now)
    return request
  }

  private var lastContext: DraftContext?

  /// Takes in an answer; says whether it was the one that is waited for.
  mutating func take(_ request: ReadingRequest, _ reading: ReadingAnswer) -> Bool {
    guard request.number == number else { return false }
    switch reading {
    case .opinion(let opinion):
      self.opinion = opinion
      state = .stands(request.text)
    case .rulesAlone(let reason):
      opinion = nil
      state = .absent(reason)
    }
    return true
  }

  /// What the rules weigh with: of an older text only what it makes of the whole, as its places have moved.
  func second(for text: String) -> SecondOpinion? {
    guard var opinion else { return nil }
    if state != .stands(text) { opinion.opinion.pointers = [] }
    return opinion
  }

  /// Whether it still reads.
  var isUnderWay: Bool {
    if case .underWay = state { true } else { false }
  }

  /// Whether the draft was judged without it because it took too long.
  var isLate: Bool {
    if case .late = state { true } else { false }
  }

  /// Has queueing wait for the reading.
  mutating func waitToQueue(at now: Instant) { queueingSince = queueingSince ?? now }

  /// When queueing waits no longer; nil where it does not wait.
  var patienceEnds: Instant? { queueingSince.map { $0 + Self.patience } }

  /// Ends the waiting.
  mutating func stopWaiting() { queueingSince = nil }

  /// Gives a reading up that is still under way.
  mutating func giveUp() {
    guard case .underWay(let request, _) = state else { return }
    number += 1
    state = .late(request.text)
  }
}
