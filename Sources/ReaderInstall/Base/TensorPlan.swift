/// What a base of some shape is made of.
struct TensorPlan: Equatable {
  /// How a tensor is kept, and how large it is.
  enum Kind: Equatable {
    /// Blocks of 4-bit weights, a row for each output.
    case matrix(outputs: Int, inputs: Int)
    /// Floats.
    case floats(Int)
  }

  var name: String
  var kind: Kind

  /// All tensors that a base of a shape has.
  static func all(_ shape: BaseShape) -> [TensorPlan] {
    let hidden = shape.hidden
    var plans = [
      TensorPlan(name: "emb.word", kind: .matrix(outputs: shape.rows, inputs: hidden)),
      TensorPlan(name: "emb.pos", kind: .floats(shape.positions * hidden)),
      TensorPlan(name: "emb.type", kind: .floats(shape.types * hidden)),
      TensorPlan(name: "emb.ln.w", kind: .floats(hidden)),
      TensorPlan(name: "emb.ln.b", kind: .floats(hidden)),
    ]
    for layer in 0..<shape.layers {
      for part in LayerMatrix.allCases {
        let (outputs, inputs) = part.size(shape)
        plans.append(
          .init(name: part.weights(layer), kind: .matrix(outputs: outputs, inputs: inputs)))
        plans.append(.init(name: part.biases(layer), kind: .floats(outputs)))
      }
      for name in LayerNorm.names(layer) { plans.append(.init(name: name, kind: .floats(hidden))) }
    }
    return plans
  }
}

/// The matrices of a layer by their names in the base.
enum LayerMatrix: String, CaseIterable {
  case query = "q"
  case key = "k"
  case value = "v"
  case attentionOutput = "ao"
  case feedForwardIn = "fi"
  case feedForwardOut = "fo"

  func weights(_ layer: Int) -> String { "l\(layer).\(rawValue).w" }

  func biases(_ layer: Int) -> String { "l\(layer).\(rawValue).b" }

  func size(_ shape: BaseShape) -> (outputs: Int, inputs: Int) {
    switch self {
    case .query, .key, .value, .attentionOutput: (shape.hidden, shape.hidden)
    case .feedForwardIn: (shape.feedForward, shape.hidden)
    case .feedForwardOut: (shape.hidden, shape.feedForward)
    }
  }
}

/// The layer norms of a layer by their names in the base, as the model file orders them.
enum LayerNorm {
  static func names(_ layer: Int) -> [String] {
    ["aln.w", "aln.b", "oln.w", "oln.b"].map { "l\(layer).\($0)" }
  }
}
