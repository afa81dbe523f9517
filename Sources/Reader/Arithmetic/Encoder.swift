import CReader

/// Gives the logits of one row of tokens.
///
/// It reuses its memory: each thread needs one of its own.
public final class Encoder {
  /// The most tokens of a row.
  public let mostTokens: Int

  private let model: ReaderModel
  private let kernel: reader_kernel
  private let layers: [LayerWeights]
  private let head: HeadWeights
  private let scratch: Scratch

  /// An encoder of a model's rows.
  ///
  /// - Parameters:
  ///   - model: the weights.
  ///   - kernel: how it calculates; one that the machine lacks is replaced by the portable one.
  public init(model: ReaderModel, kernel: Kernel = .best) {
    self.model = model
    self.kernel = kernel.operations
    layers = (0..<model.shape.layers).map { LayerWeights(model, layer: $0) }
    head = HeadWeights(model)
    mostTokens = min(512, model.shape.positions)
    scratch = Scratch(model.shape, tokens: mostTokens)
  }

  deinit { scratch.deallocate() }

  /// The logits of a row.
  ///
  /// - Parameters:
  ///   - ids: the pieces, from 1 to `mostTokens` of them.
  ///   - first: how many of them are the first part, which the logits are of.
  /// - Returns: one logit for each output, and a pointer logit for each token of the first part.
  public func logits(of ids: [Int32], first: Int) -> (outputs: [Float], pointers: [Float]) {
    precondition((1...mostTokens).contains(ids.count) && (1...ids.count).contains(first))
    embed(ids)
    for layer in layers { run(layer, ids.count) }
    return (outputs(first), pointers(first))
  }

  private func embed(_ ids: [Int32]) {
    let hidden = model.shape.hidden
    let rowCount = hidden / 32 * 18
    let words: UnsafeBufferPointer<UInt8> = model.values(.words)
    let places: UnsafeBufferPointer<Float> = model.values(.positions)
    for (position, id) in ids.enumerated() {
      precondition((0..<model.shape.pieces).contains(Int(id)))
      let row = UnsafeBufferPointer(rebasing: words[(Int(id) * rowCount)...])
      let place = UnsafeBufferPointer(rebasing: places[(position * hidden)...])
      guard let row = row.baseAddress, let place = place.baseAddress else { return }
      reader_embed(row, place, hidden, scratch.rows + position * hidden)
    }
    scratch.narrow.update(repeating: 0, count: ids.count * hidden)
    add(ids.count, NormWeights(model.floats(.embeddingNorm), hidden: hidden))
  }

  private func run(_ layer: LayerWeights, _ count: Int) {
    let shape = model.shape
    multiply(layer.attentionIn, scratch.rows, count, into: scratch.wide)
    kernel.attend(
      scratch.wide, count, shape.heads, shape.headSize, scratch.attention, scratch.narrow)
    multiply(layer.attentionOut, scratch.narrow, count, into: scratch.narrow)
    add(count, layer.attentionNorm)
    multiply(layer.feedForwardIn, scratch.rows, count, into: scratch.wide)
    kernel.gelu(scratch.wide, count * shape.feedForward)
    multiply(layer.feedForwardOut, scratch.wide, count, into: scratch.narrow)
    add(count, layer.outputNorm)
  }

  /// A matrix times rows; both may be the same memory, as the rows are quantised first.
  private func multiply(
    _ matrix: reader_matrix, _ rows: UnsafePointer<Float>, _ count: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    kernel.quantise(rows, count, matrix.inputs, scratch.quantised, scratch.scales)
    withUnsafePointer(to: matrix) {
      kernel.multiply($0, scratch.quantised, scratch.scales, count, result)
    }
  }

  /// Adds what a layer made to the rows.
  private func add(_ count: Int, _ norm: NormWeights) {
    kernel.normalise(
      scratch.rows, scratch.narrow, count, model.shape.hidden, norm.weight, norm.bias,
      model.shape.epsilon)
  }

  private func outputs(_ first: Int) -> [Float] {
    let hidden = model.shape.hidden
    let shares = scratch.wide
    let pooled = scratch.narrow
    shares.update(repeating: 1 / Float(first), count: first)
    kernel.mix(scratch.rows, first, hidden, shares, pooled)
    kernel.dots(scratch.rows, first, hidden, head.attention, shares)
    kernel.soft_max(shares, first, 1)
    kernel.mix(scratch.rows, first, hidden, shares, pooled + hidden)
    let outputs = model.shape.outputs
    return [Float](unsafeUninitializedCapacity: outputs) { logits, filled in
      guard let start = logits.baseAddress else { return }
      kernel.dots(head.outputs, outputs, 2 * hidden, pooled, start)
      for output in 0..<outputs { logits[output] += head.biases[output] }
      filled = outputs
    }
  }

  private func pointers(_ first: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: first) { logits, filled in
      guard let start = logits.baseAddress else { return }
      kernel.dots(scratch.rows, first, model.shape.hidden, head.pointer, start)
      for token in 0..<first { logits[token] += head.pointerBias.pointee }
      filled = first
    }
  }
}
