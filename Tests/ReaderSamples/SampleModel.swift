public import Reader

/// A small or large model of random weights, and all it was made of.
public struct SampleModel: Sendable {
  /// Its sizes.
  public let shape: ModelShape
  /// Sorted by their bytes; the first four are no text.
  public let pieces: [[UInt8]]
  /// How likely each piece is.
  public let scores: [Float]
  /// The code points that are replaced, sorted.
  public let normalisation: [(key: UInt32, points: [UInt32])]
  /// The row of each position.
  public let positions: [Float]
  /// The layer norm of the embedding.
  public let embeddingNorm: [Float]
  /// The attention vector, the outputs and the pointer.
  public let head: [Float]
  /// The layers.
  public let layers: [SampleLayer]
  /// The 4-bit rows of the pieces.
  public private(set) var words: [UInt8] = []

  /// A model of random weights; `shape` need not count the pieces.
  public init(
    shape: ModelShape, pieces: [(text: String, score: Float)],
    normalisation: [(key: UInt32, points: [UInt32])], seed: UInt64 = 1
  ) {
    var random = SampleNumbers(seed: seed)
    var shape = shape
    let sorted = pieces.map { (Array($0.text.utf8), $0.score) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    shape.pieces = 4 + sorted.count
    self.shape = shape
    self.pieces = [[], [], [], []] + sorted.map(\.0)
    scores = [0, 0, 0, 0] + sorted.map(\.1)
    self.normalisation = normalisation.sorted { $0.key < $1.key }
    positions = random.floats(shape.positions * shape.hidden, 0.5)
    embeddingNorm = random.norm(shape.hidden)
    head = random.floats(shape.hidden * (2 + 2 * shape.outputs) + shape.outputs + 1, 1)
    layers = (0..<shape.layers).map { _ in SampleLayer(shape, &random) }
    words.reserveCapacity(shape.pieces * shape.hidden / 32 * 18)
    for _ in 0..<(shape.pieces * shape.hidden / 32) {
      let scale = Float16(0.02 + 0.1 * random.fraction()).bitPattern
      words += [UInt8(scale & 0xFF), UInt8(scale >> 8)]
      for _ in 0..<16 { words.append(UInt8(random.next() >> 56)) }
    }
  }

  /// The file's content, without a checksum.
  public var file: SampleFile {
    var file = SampleFile(shape: shape)
    file.add(.pieceOffsets, values: offsets(pieces.map(\.count)))
    file.add(.pieceScores, values: scores)
    file.add(.pieceBytes, pieces.flatMap { $0 })
    file.add(.normalisationKeys, values: normalisation.map(\.key))
    file.add(.normalisationOffsets, values: offsets(normalisation.map(\.points.count)))
    file.add(.normalisationPoints, values: normalisation.flatMap(\.points))
    file.add(.words, words)
    file.add(.positions, values: positions)
    file.add(.embeddingNorm, values: embeddingNorm)
    file.add(.head, values: head)
    for (index, layer) in layers.enumerated() {
      file.add(.attentionIn(layer: index), layer.attentionIn.bytes)
      file.add(.attentionOut(layer: index), layer.attentionOut.bytes)
      file.add(.feedForwardIn(layer: index), layer.feedForwardIn.bytes)
      file.add(.feedForwardOut(layer: index), layer.feedForwardOut.bytes)
      file.add(.norms(layer: index), values: layer.norms)
    }
    return file
  }

  private func offsets(_ counts: [Int]) -> [UInt32] {
    counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1)) }
  }
}

/// A layer of random weights.
public struct SampleLayer: Sendable {
  /// Queries, keys and values.
  public let attentionIn: SampleMatrix
  /// What comes after attention.
  public let attentionOut: SampleMatrix
  /// The first matrix of the feed-forward.
  public let feedForwardIn: SampleMatrix
  /// The second matrix of the feed-forward.
  public let feedForwardOut: SampleMatrix
  /// Both layer norms.
  public let norms: [Float]

  init(_ shape: ModelShape, _ random: inout SampleNumbers) {
    attentionIn = SampleMatrix(3 * shape.hidden, shape.hidden, &random)
    attentionOut = SampleMatrix(shape.hidden, shape.hidden, &random)
    feedForwardIn = SampleMatrix(shape.feedForward, shape.hidden, &random)
    feedForwardOut = SampleMatrix(shape.hidden, shape.feedForward, &random)
    norms = random.norm(shape.hidden) + random.norm(shape.hidden)
  }
}

/// A matrix of random weights.
public struct SampleMatrix: Sendable {
  /// The weights of each output.
  public let rows: [Float]
  /// One number for each output.
  public let bias: [Float]

  init(_ outputs: Int, _ inputs: Int, _ random: inout SampleNumbers) {
    rows = random.floats(outputs * inputs, 2 / Float(inputs).squareRoot())
    bias = random.floats(outputs, 0.2)
  }

  /// The section of it.
  public var bytes: [UInt8] { PackedRows.bytes(rows, bias: bias) }
}
