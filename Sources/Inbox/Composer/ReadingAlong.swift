import AmendsPolicy
import Ledger

/// How far the second reader is with a draft that is being written.
struct ReadingAlong: Equatable, Sendable {
  /// Where it stands.
  enum State: Equatable, Sendable {
    /// It has not been asked yet.
    case unasked
    /// It reads.
    case underWay(ReadingRequest)
    /// It has read.
    case stands(ReadingRequest)
    /// It took too long: the draft is judged without it until it answers.
    case late(ReadingRequest)
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
  ///
  /// A reply that waits to be queued waits no longer when another text is asked about.
  mutating func request(_ text: String, in context: DraftContext) -> ReadingRequest? {
    if case .absent = state { return nil }
    let last = lastRequest
    guard last?.text != text || last?.context != context else { return nil }
    if last?.text != text { queueingSince = nil }
    number += 1
    let request = ReadingRequest(number: number, text: text, context: context)
    state = .underWay(request)
    return request
  }

  /// Takes in an answer; says whether it is of the text that was asked about last.
  mutating func take(_ request: ReadingRequest, _ reading: ReadingAnswer) -> Bool {
    switch state {
    case .underWay(request), .late(request): break
    default: return false
    }
    switch reading {
    case .opinion(let opinion):
      self.opinion = opinion
      state = .stands(request)
    case .rulesAlone(let reason):
      opinion = nil
      state = .absent(reason)
    }
    return true
  }

  /// What the rules weigh with: of an older text only what it makes of the whole, as its places have moved.
  func second(for text: String) -> SecondOpinion? {
    guard var opinion else { return nil }
    if case .stands(let request) = state, request.text == text { return opinion }
    opinion.opinion.pointers = []
    opinion.silenced = []
    return opinion
  }

  private var lastRequest: ReadingRequest? {
    switch state {
    case .underWay(let request), .stands(let request), .late(let request): request
    case .unasked, .absent: nil
    }
  }

  /// Whether it still reads.
  var isUnderWay: Bool {
    if case .underWay = state { true } else { false }
  }

  /// Whether the draft is judged without it because it takes too long.
  var isLate: Bool {
    if case .late = state { true } else { false }
  }

  /// Has queueing wait for the reading.
  mutating func waitToQueue(at now: Instant) { queueingSince = queueingSince ?? now }

  /// When queueing waits no longer; nil where it does not wait.
  var patienceEnds: Instant? { queueingSince.map { $0 + Self.patience } }

  /// Ends the waiting.
  mutating func stopWaiting() { queueingSince = nil }

  /// Judges without a reading that is still under way.
  mutating func giveUp() {
    if case .underWay(let request) = state { state = .late(request) }
  }
}
