/// How large the parts of an encoder are.
public struct BaseShape: Hashable, Sendable {
  /// The length of a token's vector.
  public var hidden: Int
  /// How many layers there are.
  public var layers: Int
  /// How many heads attention has.
  public var heads: Int
  /// The length of the vector within the feed-forward part.
  public var feedForward: Int
  /// How many rows the word embedding has: at least one for each piece.
  public var rows: Int
  /// How many tokens can be read at once.
  public var positions: Int
  /// How many rows the type embedding has.
  public var types: Int
  /// What layer norms add to the variance.
  public var epsilon: Float

  /// Why the sizes cannot be those of an encoder that the model file holds; nil where they can.
  var fault: String? {
    let bounds: [(name: String, value: Int, range: ClosedRange<Int>)] = [
      ("hidden", hidden, 32...8192), ("layers", layers, 1...27), ("heads", heads, 1...256),
      ("feed-forward", feedForward, 32...65536), ("rows", rows, 4...(1 << 24)),
      ("positions", positions, 1...65536), ("types", types, 1...64),
    ]
    for (name, value, range) in bounds where !range.contains(value) {
      return "\(name) should be in \(range), and is \(value)"
    }
    for (name, value) in [("hidden", hidden), ("feed-forward", feedForward)]
    where value % FourBit.block != 0 {
      return "\(name) should be a multiple of \(FourBit.block), and is \(value)"
    }
    if hidden % heads != 0 { return "\(heads) heads do not divide \(hidden)" }
    if !(epsilon > 0 && epsilon < 1) { return "eps should be between 0 and 1" }
    return nil
  }
}
