public import AmendsPolicy

/// The sizes of a model.
public struct ModelShape: Equatable, Sendable {
  /// The numbers of a token between layers.
  public var hidden: Int
  /// How many layers there are.
  public var layers: Int
  /// The heads of each attention.
  public var heads: Int
  /// The numbers of a token inside a feed-forward.
  public var feedForward: Int
  /// The most tokens of a row.
  public var positions: Int
  /// How many pieces texts are cut into.
  public var pieces: Int
  /// How many logits there are.
  public var outputs: Int
  /// The piece before a text.
  public var begin: Int
  /// The piece after a text.
  public var end: Int
  /// The piece of a character that no piece holds.
  public var unknown: Int
  /// What keeps a layer norm from dividing by nothing.
  public var epsilon: Float

  /// The first pieces are no text.
  static let special = 4

  /// A shape of the given sizes.
  public init(
    hidden: Int, layers: Int, heads: Int, feedForward: Int, positions: Int = 512, pieces: Int,
    outputs: Int = ReaderOpinion.Output.allCases.count, begin: Int = 0, end: Int = 2,
    unknown: Int = 3,
    epsilon: Float = 1e-12
  ) {
    self.hidden = hidden
    self.layers = layers
    self.heads = heads
    self.feedForward = feedForward
    self.positions = positions
    self.pieces = pieces
    self.outputs = outputs
    self.begin = begin
    self.end = end
    self.unknown = unknown
    self.epsilon = epsilon
  }

  /// The numbers of a token inside one head.
  var headSize: Int { hidden / heads }

  /// Whether the arithmetic can work with these sizes; also keeps all products of them small.
  var isPossible: Bool {
    (32...4096).contains(hidden) && (1...24).contains(layers)
      && (1...128).contains(heads) && hidden.isMultiple(of: heads * 32)
      && (16...16384).contains(feedForward) && feedForward.isMultiple(of: 16)
      && (256...65536).contains(positions)
      && (Self.special...(1 << 24)).contains(pieces)
      && outputs == ReaderOpinion.Output.allCases.count
      && [begin, end, unknown].allSatisfy((0..<Self.special).contains)
      && epsilon >= 0 && epsilon < 1
  }
}
