/// What a second reader makes of a draft and its case, with how it is weighed.
public struct SecondOpinion: Equatable, Sendable {
  /// What it was given.
  public var cases: ReaderCases
  /// What it makes of the draft in the light of the case.
  public var opinion: ReaderOpinion
  /// How it is weighed with the rules.
  public var weights: JointWeights
  /// What it may do.
  public var mode: ReaderMode
  /// Rules that a person does not want it to suspect in this very draft.
  public var silenced: Set<RuleID> = []

  /// Asks a reader about a draft and its case.
  public init(
    on cases: ReaderCases, of reader: some SecondReader, weights: JointWeights, mode: ReaderMode
  ) {
    self.cases = cases
    opinion = cases.opinion(of: reader)
    self.weights = weights
    self.mode = mode
  }

  /// Makes an opinion of what a reader has said before.
  public init(
    cases: ReaderCases, opinion: ReaderOpinion, weights: JointWeights, mode: ReaderMode
  ) {
    self.cases = cases
    self.opinion = opinion
    self.weights = weights
    self.mode = mode
  }
}

/// A draft as a second reader is given it: by itself, and behind own earlier messages of the case.
public struct ReaderCases: Equatable, Sendable {
  /// The draft.
  public var draft: ReaderCase
  /// The earlier messages with the draft at their end, and without it; nil where there are none.
  var history: History?

  /// What was said before, with and without the draft.
  struct History: Equatable, Sendable {
    var joined: ReaderCase
    var before: ReaderCase
  }

  /// A story is judged anew where it looks this much worse with the draft at its end, in log odds.
  private static let leastWorsening: Float = 1

  /// The opinion on the draft, in which an offer and a wish in two messages are a lure as in one.
  ///
  /// What the earlier messages break by themselves is not held against the draft.
  func opinion(of reader: some SecondReader) -> ReaderOpinion {
    var opinion = reader.opinion(on: draft)
    guard let history else { return opinion }
    let joined = reader.opinion(on: history.joined)
    let before = reader.opinion(on: history.before)
    guard joined[.block] - before[.block] >= Self.leastWorsening, before[.block] < 0 else {
      return opinion
    }
    for output in [ReaderOpinion.Output.block, .finding, .lureConditional, .lureImplied] {
      opinion[output] = max(opinion[output], joined[output])
    }
    return opinion
  }
}
