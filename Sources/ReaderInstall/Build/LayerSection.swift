import Reader

/// The matrices of a layer as the model file has them: query, key and value are one.
enum LayerSection: CaseIterable {
  case attentionIn
  case attentionOut
  case feedForwardIn
  case feedForwardOut

  /// What it is made of, in the base.
  var parts: [LayerMatrix] {
    switch self {
    case .attentionIn: [.query, .key, .value]
    case .attentionOut: [.attentionOutput]
    case .feedForwardIn: [.feedForwardIn]
    case .feedForwardOut: [.feedForwardOut]
    }
  }

  /// Its section of the model file.
  func section(_ layer: Int) -> ModelSection {
    switch self {
    case .attentionIn: .attentionIn(layer: layer)
    case .attentionOut: .attentionOut(layer: layer)
    case .feedForwardIn: .feedForwardIn(layer: layer)
    case .feedForwardOut: .feedForwardOut(layer: layer)
    }
  }
}
