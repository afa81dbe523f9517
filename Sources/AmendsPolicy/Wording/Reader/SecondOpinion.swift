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
