public import AmendsPolicy

/// What a reader makes of a draft, and how it was read.
public struct Reading: Equatable, Sendable {
  /// What it makes of it; pointers are the tokens that were read, in their order, each with the highest log odds of the
  /// windows that hold it.
  public let opinion: ReaderOpinion
  /// How many windows were read.
  public let windows: Int
}

extension ReaderOpinion.Output {
  /// Whether it speaks of what a draft lacks: what one window has is in the draft.
  var isLack: Bool { self == .emptyAcknowledgement || self == .noRemedy }

  /// The one that two windows of a draft give together.
  func joined(_ one: Float, _ other: Float) -> Float {
    isLack ? min(one, other) : max(one, other)
  }
}
