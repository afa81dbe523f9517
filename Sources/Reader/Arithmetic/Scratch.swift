import CReader

/// The memory an encoder works in: as much as its longest row needs, taken once.
struct Scratch {
  /// The numbers of each token between layers.
  let rows: UnsafeMutablePointer<Float>
  /// Queries, keys and values of each token; then what is inside the feed-forward.
  let wide: UnsafeMutablePointer<Float>
  /// What attention mixes, and what a layer adds.
  let narrow: UnsafeMutablePointer<Float>
  let attention: UnsafeMutablePointer<Float>
  let scales: UnsafeMutablePointer<Float>
  let quantised: UnsafeMutablePointer<UInt8>

  private let memory: UnsafeMutableRawPointer

  init(_ shape: ModelShape, tokens: Int) {
    let widest = max(3 * shape.hidden, shape.feedForward)
    let floats = [
      tokens * shape.hidden, tokens * widest, tokens * shape.hidden,
      reader_attention_scratch(tokens, shape.headSize), tokens,
    ].map { ($0 + 15) / 16 * 16 }
    let bytes = tokens * max(shape.hidden, shape.feedForward)
    memory = .allocate(byteCount: 4 * floats.reduce(0, +) + bytes, alignment: 64)
    var next = memory
    func taken(_ count: Int) -> UnsafeMutablePointer<Float> {
      defer { next += 4 * count }
      return next.bindMemory(to: Float.self, capacity: count)
    }
    rows = taken(floats[0])
    wide = taken(floats[1])
    narrow = taken(floats[2])
    attention = taken(floats[3])
    scales = taken(floats[4])
    quantised = next.bindMemory(to: UInt8.self, capacity: bytes)
  }

  func deallocate() { memory.deallocate() }
}
