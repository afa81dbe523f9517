import Reader

/// Makes the model file of an installed reader from the base and the adapter.
public struct ModelBuild: Sendable {
  /// What is being done.
  public enum Phase: Hashable, Sendable, CaseIterable {
    /// Pieces and their vectors are chosen and copied.
    case words
    /// The layers are merged and quantised.
    case layers
    /// The file is made durable and put in its place.
    case saving
  }

  /// What was made.
  public struct Result: Hashable, Sendable {
    /// How many pieces the model keeps, the four special ones included.
    public var pieces: Int
    /// The size of the file in bytes.
    public var bytes: Int
  }

  private let base: BaseModel
  private let adapter: Adapter

  /// A build from a base and an adapter that fits it.
  public init(base: BaseModel, adapter: Adapter) { (self.base, self.adapter) = (base, adapter) }

  /// Writes the model to a path, for its owner alone.
  ///
  /// A file that is there stays in use until the new one is whole and durable, and stays for good when this throws.
  /// What an interrupted run left beside it is cleared.
  ///
  /// - Throws: `InstallError`.
  /// - Returns: What was made.
  public func write(
    to path: String, progress: (Phase, Double) -> Void = { _, _ in }
  ) throws(InstallError) -> Result {
    var writer = try ModelFileWriter(path: path)
    let pieces = try keptPieces()
    try writeVocabulary(pieces, to: &writer)
    try writeEmbedding(pieces, to: &writer) { progress(.words, $0) }
    try writer.write(.head, head)
    for layer in 0..<base.shape.layers {
      progress(.layers, Double(layer) / Double(base.shape.layers))
      try write(layer: layer, to: &writer)
    }
    progress(.layers, 1)
    progress(.saving, 0)
    let bytes = try writer.commit(
      .init(
        shape: base.shape, pieces: pieces.count, base: base.checksum, adapter: adapter.checksum))
    progress(.saving, 1)
    return Result(pieces: pieces.count, bytes: bytes)
  }
}

// The parts in the order in which the file has them.
extension ModelBuild {
  private func keptPieces() throws(InstallError) -> [Int] {
    do throws(FormatFault) {
      return try VocabularyPruning.order(base.vocabulary)
    } catch {
      throw base.damaged(error.reason)
    }
  }

  private func writeVocabulary(
    _ pieces: [Int], to writer: inout ModelFileWriter
  ) throws(InstallError) {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for (place, piece) in pieces.enumerated() {
      let isSpecial = place < base.vocabulary.special.count
      if !isSpecial { bytes.append(contentsOf: base.vocabulary.piece(piece)) }
      offsets.append(UInt32(bytes.count))
    }
    try writer.write(.pieceOffsets, offsets)
    try writer.write(.pieceScores, pieces.map { base.vocabulary.scores[$0] })
    try writer.write(.pieceBytes, bytes)
    try writer.write(.normalisationKeys, base.normalisation.keys)
    try writer.write(.normalisationOffsets, base.normalisation.offsets)
    try writer.write(.normalisationPoints, base.normalisation.replacements)
  }

  private func writeEmbedding(
    _ pieces: [Int], to writer: inout ModelFileWriter, _ progress: (Double) -> Void
  ) throws(InstallError) {
    let words = try base.matrix("emb.word")
    writer.begin(.words)
    for (place, piece) in pieces.enumerated() {
      if place % 4096 == 0 { progress(Double(place) / Double(pieces.count)) }
      try words.withRow(piece) { (row) throws(InstallError) in
        guard FourBit.isFinite(row) else { throw .notFinite(tensor: "emb.word", row: piece) }
        try writer.append(row)
      }
    }
    try writer.write(.positions, positions())
    try writer.write(.embeddingNorm, merged(["emb.ln.w", "emb.ln.b"]))
    progress(1)
  }

  /// Every token has the first type, so its vector is added here, once.
  private func positions() throws(InstallError) -> [Float] {
    let types = try merged(["emb.type"])
    let hidden = base.shape.hidden
    let sums = try merged(["emb.pos"]).enumerated().map { $1 + types[$0 % hidden] }
    return try finite(sums, "emb.pos")
  }

  private var head: [Float] {
    let head = adapter.head
    return head.attention + head.weights + head.biases + head.pointerWeights + head.pointerBias
  }

  private func write(layer: Int, to writer: inout ModelFileWriter) throws(InstallError) {
    for matrix in LayerSection.allCases {
      try writer.write(matrix.section(layer), try section(matrix.parts, layer).bytes)
    }
    try writer.write(.norms(layer: layer), merged(LayerNorm.names(layer)))
  }

  private func section(
    _ parts: [LayerMatrix], _ layer: Int
  ) throws(InstallError) -> MatrixSection {
    var matrices: [MergedMatrix] = []
    for part in parts {
      let name = part.weights(layer)
      matrices.append(
        MergedMatrix(name: name, base: try base.matrix(name), change: adapter.change(of: name)))
    }
    return try MatrixSection(matrices, biases: merged(parts.map { $0.biases(layer) }))
  }

  /// The floats of tensors one behind the other, with what the adapter adds.
  private func merged(_ names: [String]) throws(InstallError) -> [Float] {
    var values: [Float] = []
    for name in names {
      let own = try base.floats(name)
      let sums = adapter.difference(of: name).map { zip(own, $0).map { $0 + $1 } } ?? own
      values.append(contentsOf: try finite(sums, name))
    }
    return values
  }

  private func finite(_ values: [Float], _ name: String) throws(InstallError) -> [Float] {
    guard let index = values.firstIndex(where: { !$0.isFinite }) else { return values }
    throw .notFinite(tensor: name, row: index / base.shape.hidden)
  }
}
