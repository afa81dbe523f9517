/// A part of a model file.
public enum ModelSection: Hashable, Sendable {
  /// Where the bytes of each piece start.
  case pieceOffsets
  /// How likely each piece is.
  case pieceScores
  /// The bytes of all pieces.
  case pieceBytes
  /// The code points that are replaced.
  case normalisationKeys
  /// Where the replacement of each starts.
  case normalisationOffsets
  /// The code points that they are replaced by.
  case normalisationPoints
  /// The 4-bit rows of all pieces.
  case words
  /// The row of each position.
  case positions
  /// The layer norm of the embedding.
  case embeddingNorm
  /// The attention vector, the outputs and the pointer.
  case head
  /// The matrix of queries, keys and values of a layer.
  case attentionIn(layer: Int)
  /// The matrix after a layer's attention.
  case attentionOut(layer: Int)
  /// The first matrix of a layer's feed-forward.
  case feedForwardIn(layer: Int)
  /// The second matrix of a layer's feed-forward.
  case feedForwardOut(layer: Int)
  /// Both layer norms of a layer.
  case norms(layer: Int)

  /// Its number in the file.
  public var id: UInt32 {
    switch self {
    case .pieceOffsets: 1
    case .pieceScores: 2
    case .pieceBytes: 3
    case .normalisationKeys: 4
    case .normalisationOffsets: 5
    case .normalisationPoints: 6
    case .words: 7
    case .positions: 8
    case .embeddingNorm: 9
    case .head: 10
    case .attentionIn(let layer): Self.id(layer, 0)
    case .attentionOut(let layer): Self.id(layer, 1)
    case .feedForwardIn(let layer): Self.id(layer, 2)
    case .feedForwardOut(let layer): Self.id(layer, 3)
    case .norms(let layer): Self.id(layer, 4)
    }
  }

  /// The sections of a model, in the order of their numbers.
  ///
  /// - Returns: those of the embedding and the heads, then those of each layer.
  public static func all(of shape: ModelShape) -> [Self] {
    let first: [Self] = [
      .pieceOffsets, .pieceScores, .pieceBytes, .normalisationKeys, .normalisationOffsets,
      .normalisationPoints, .words, .positions, .embeddingNorm, .head,
    ]
    let layers = (0..<shape.layers).flatMap { layer -> [Self] in
      [
        .attentionIn(layer: layer), .attentionOut(layer: layer), .feedForwardIn(layer: layer),
        .feedForwardOut(layer: layer), .norms(layer: layer),
      ]
    }
    return first + layers
  }

  /// How many bytes it has; nil where the sizes do not say.
  func count(in shape: ModelShape) -> Int? {
    let hidden = shape.hidden
    switch self {
    case .pieceOffsets: return 4 * (shape.pieces + 1)
    case .pieceScores: return 4 * shape.pieces
    case .pieceBytes, .normalisationKeys, .normalisationOffsets, .normalisationPoints: return nil
    case .words: return shape.pieces * hidden / 32 * 18
    case .positions: return 4 * shape.positions * hidden
    case .embeddingNorm: return 4 * 2 * hidden
    case .head: return 4 * (hidden + shape.outputs * (2 * hidden + 1) + hidden + 1)
    case .attentionIn: return PackedMatrix.count(outputs: 3 * hidden, inputs: hidden)
    case .attentionOut: return PackedMatrix.count(outputs: hidden, inputs: hidden)
    case .feedForwardIn: return PackedMatrix.count(outputs: shape.feedForward, inputs: hidden)
    case .feedForwardOut: return PackedMatrix.count(outputs: hidden, inputs: shape.feedForward)
    case .norms: return 4 * 4 * hidden
    }
  }

  private static func id(_ layer: Int, _ part: UInt32) -> UInt32 { 100 + 10 * UInt32(layer) + part }
}
