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
