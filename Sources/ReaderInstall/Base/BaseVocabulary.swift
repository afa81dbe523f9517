/// The pieces of the base, by the numbers of their rows.
public struct BaseVocabulary: Sendable {
  /// Where each piece begins in `bytes`, and where the last ends.
  let offsets: [Int]
  /// The score of each piece.
  let scores: [Float]
  /// The pieces one behind the other, as UTF-8.
  let bytes: [UInt8]
  /// The pieces that stand for no text: beginning, padding, end and unknown, in this order.
  let special: [Int]

  /// How many pieces there are.
  public var count: Int { scores.count }

  /// The bytes of a piece.
  func piece(_ index: Int) -> ArraySlice<UInt8> { bytes[offsets[index]..<offsets[index + 1]] }
}

/// What replaces code points before text is divided into pieces.
struct Normalisation: Equatable {
  /// The code points that are replaced, in ascending order.
  var keys: [UInt32] = []
  /// Where the replacement of each begins in `replacements`, and where the last ends.
  var offsets: [UInt32] = [0]
  /// The replacements one behind the other.
  var replacements: [UInt32] = []
}
