import CReader

/// A layer norm in a model.
struct NormWeights {
  let weight: UnsafePointer<Float>
  let bias: UnsafePointer<Float>

  init(_ values: UnsafePointer<Float>, hidden: Int) {
    weight = values
    bias = values + hidden
  }
}

/// A layer in a model.
struct LayerWeights {
  let attentionIn: reader_matrix
  let attentionOut: reader_matrix
  let feedForwardIn: reader_matrix
  let feedForwardOut: reader_matrix
  let attentionNorm: NormWeights
  let outputNorm: NormWeights

  init(_ model: ReaderModel, layer: Int) {
    let hidden = model.shape.hidden
    let inner = model.shape.feedForward
    attentionIn = model.matrix(.attentionIn(layer: layer), 3 * hidden, hidden)
    attentionOut = model.matrix(.attentionOut(layer: layer), hidden, hidden)
    feedForwardIn = model.matrix(.feedForwardIn(layer: layer), inner, hidden)
    feedForwardOut = model.matrix(.feedForwardOut(layer: layer), hidden, inner)
    let norms = model.floats(.norms(layer: layer))
    attentionNorm = NormWeights(norms, hidden: hidden)
    outputNorm = NormWeights(norms + 2 * hidden, hidden: hidden)
  }
}

/// What makes logits of a model's last layer.
struct HeadWeights {
  let attention: UnsafePointer<Float>
  let outputs: UnsafePointer<Float>
  let biases: UnsafePointer<Float>
  let pointer: UnsafePointer<Float>
  let pointerBias: UnsafePointer<Float>

  init(_ model: ReaderModel) {
    let hidden = model.shape.hidden
    attention = model.floats(.head)
    outputs = attention + hidden
    biases = outputs + model.shape.outputs * 2 * hidden
    pointer = biases + model.shape.outputs
    pointerBias = pointer + hidden
  }
}

extension ReaderModel {
  /// The floats of a section that opening saw to be there.
  func floats(_ section: ModelSection) -> UnsafePointer<Float> { start(of: section) }

  fileprivate func matrix(_ section: ModelSection, _ outputs: Int, _ inputs: Int) -> reader_matrix {
    let bytes: UnsafeBufferPointer<UInt8> = values(section)
    return reader_matrix(UnsafeRawBufferPointer(bytes), outputs: outputs, inputs: inputs)
  }

  private func start<Value: BitwiseCopyable>(of section: ModelSection) -> UnsafePointer<Value> {
    guard let start = (values(section) as UnsafeBufferPointer<Value>).baseAddress else {
      preconditionFailure("opening checked that no such section is empty")
    }
    return start
  }
}

extension reader_matrix {
  /// The matrix that a section holds.
  init(_ section: UnsafeRawBufferPointer, outputs: Int, inputs: Int) {
    func values<Value: BitwiseCopyable>(_ offset: Int) -> UnsafePointer<Value> {
      guard let start = section.baseAddress else { preconditionFailure("no matrix is empty") }
      return (start + offset).assumingMemoryBound(to: Value.self)
    }
    self.init(
      scale: values(0), bias: values(4 * outputs), sum: values(8 * outputs),
      weights: values(PackedMatrix.prefix(outputs: outputs)), outputs: outputs, inputs: inputs)
  }
}
