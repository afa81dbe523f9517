import Glibc
import Reader
import ReaderSamples

/// The encoder as the specification says it, one number after the other.
struct ReferenceEncoder {
  let sample: SampleModel

  private var hidden: Int { sample.shape.hidden }

  func logits(of ids: [Int32], first: Int) -> (outputs: [Float], pointers: [Float]) {
    var rows = ids.enumerated().map { embedded(Int($1), position: $0) }
    for layer in sample.layers { rows = run(layer, rows) }
    return judged(Array(rows.prefix(first)))
  }

  private func embedded(_ id: Int, position: Int) -> [Float] {
    let rowCount = hidden / 32 * 18
    var row: [Float] = []
    for block in 0..<(hidden / 32) {
      let bytes = sample.words[(id * rowCount + block * 18)...].prefix(18).map { $0 }
      let scale = Float(Float16(bitPattern: UInt16(bytes[0]) | UInt16(bytes[1]) << 8))
      row += bytes[2...].map { (Float($0 & 15) - 8) * scale }
      row += bytes[2...].map { (Float($0 >> 4) - 8) * scale }
    }
    let place = sample.positions[(position * hidden)...].prefix(hidden)
    return normalised(zip(row, place).map { $0 + $1 }, sample.embeddingNorm[...])
  }

  private func run(_ layer: SampleLayer, _ rows: [[Float]]) -> [[Float]] {
    let joined = rows.map { Self.product(layer.attentionIn, $0) }
    let mixed = attended(joined).map { Self.product(layer.attentionOut, $0) }
    let middle = zip(rows, mixed).map { row, mixed in
      normalised(zip(row, mixed).map { $0 + $1 }, layer.norms.prefix(2 * hidden))
    }
    return middle.map { row in
      let inner = Self.product(layer.feedForwardIn, row).map(Self.gelu)
      let added = Self.product(layer.feedForwardOut, inner)
      return normalised(zip(row, added).map { $0 + $1 }, layer.norms.suffix(2 * hidden))
    }
  }

  private func attended(_ joined: [[Float]]) -> [[Float]] {
    let size = hidden / sample.shape.heads
    return joined.map { row in
      (0..<sample.shape.heads).flatMap { head -> [Float] in
        let part = (head * size)..<((head + 1) * size)
        let scores = joined.map { other in
          part.reduce(Float(0)) { $0 + row[$1] * other[hidden + $1] } / Float(size).squareRoot()
        }
        let shares = Self.softMax(scores)
        return part.map { place in
          zip(shares, joined).reduce(Float(0)) { $0 + $1.0 * $1.1[2 * hidden + place] }
        }
      }
    }
  }

  private func judged(_ rows: [[Float]]) -> (outputs: [Float], pointers: [Float]) {
    let outputs = sample.shape.outputs
    let attention = sample.head.prefix(hidden)
    let weights = sample.head.dropFirst(hidden).prefix(outputs * 2 * hidden).map { $0 }
    let biases = sample.head.dropFirst(hidden + weights.count).prefix(outputs).map { $0 }
    let pointer = sample.head.suffix(hidden + 1).map { $0 }
    let shares = Self.softMax(rows.map { Self.dot($0, Array(attention)) })
    let even = rows.map { _ in 1 / Float(rows.count) }
    let pooled = [even, shares].flatMap { shares in
      (0..<hidden).map { place in
        zip(shares, rows).reduce(Float(0)) { $0 + $1.0 * $1.1[place] }
      }
    }
    let logits = (0..<outputs).map { output in
      Self.dot(pooled, Array(weights[(output * 2 * hidden)...].prefix(2 * hidden))) + biases[output]
    }
    return (logits, rows.map { Self.dot($0, Array(pointer.prefix(hidden))) + pointer[hidden] })
  }

  private func normalised(_ row: [Float], _ norm: ArraySlice<Float>) -> [Float] {
    let mean = row.reduce(0, +) / Float(hidden)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(hidden)
    let weight = norm.prefix(hidden)
    let bias = norm.suffix(hidden)
    let spread = (variance + sample.shape.epsilon).squareRoot()
    return zip(row, zip(weight, bias)).map { ($0 - mean) / spread * $1.0 + $1.1 }
  }

  static func product(_ matrix: SampleMatrix, _ row: [Float]) -> [Float] {
    let (activations, scale) = quantised(row[...])
    return matrix.bias.indices.map { output in
      let weights = matrix.rows[(output * row.count)..<((output + 1) * row.count)]
      let (quantised, rowScale) = quantised(weights)
      let dot = zip(quantised, activations).reduce(Int32(0)) { $0 + $1.0 * $1.1 }
      return Float(dot) * scale * rowScale + matrix.bias[output]
    }
  }

  static func quantised(_ values: ArraySlice<Float>) -> (values: [Int32], scale: Float) {
    let scale = (values.map(abs).max() ?? 0) / 127
    guard scale > 0 else { return (values.map { _ in 0 }, 0) }
    return (values.map { Int32(($0 / scale).rounded(.toNearestOrEven)) }, scale)
  }

  static func gelu(_ value: Float) -> Float {
    Float(0.5 * Double(value) * (1 + erf(Double(value) / 2.0.squareRoot())))
  }

  static func softMax(_ values: [Float]) -> [Float] {
    let top = values.max() ?? 0
    let powers = values.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private static func dot(_ one: [Float], _ other: [Float]) -> Float {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
