/// The layout of the model file.
enum ModelFile {
  static let mark = Array("AMENDSRD".utf8)
  static let version: UInt32 = 1
  static let headerCount = 4096
  static let tableStart = 512
  static let alignment = 64

  /// The sections by their numbers in the file.
  enum Section {
    case pieceOffsets
    case pieceScores
    case pieceBytes
    case normalisationKeys
    case normalisationOffsets
    case replacements
    case words
    case positions
    case embeddingNorm
    case head
    case matrix(layer: Int, Matrix)
    case layerNorms(layer: Int)

    /// The matrices of a layer; its query, key and value are one.
    enum Matrix: UInt32, CaseIterable {
      case attentionInput = 0
      case attentionOutput = 1
      case feedForwardIn = 2
      case feedForwardOut = 3

      /// What it is made of.
      var parts: [LayerMatrix] {
        switch self {
        case .attentionInput: [.query, .key, .value]
        case .attentionOutput: [.attentionOutput]
        case .feedForwardIn: [.feedForwardIn]
        case .feedForwardOut: [.feedForwardOut]
        }
      }
    }

    var number: UInt32 {
      switch self {
      case .pieceOffsets: 1
      case .pieceScores: 2
      case .pieceBytes: 3
      case .normalisationKeys: 4
      case .normalisationOffsets: 5
      case .replacements: 6
      case .words: 7
      case .positions: 8
      case .embeddingNorm: 9
      case .head: 10
      case .matrix(let layer, let matrix): 100 + 10 * UInt32(layer) + matrix.rawValue
      case .layerNorms(let layer): 100 + 10 * UInt32(layer) + 4
      }
    }
  }

  /// How many zeros bring a count of bytes to the next place where a section may begin.
  static func padding(behind count: Int) -> Int { (alignment - count % alignment) % alignment }
}
