/// Blocks of 32 weights in 18 bytes: a 16-bit float, then a nibble for each weight.
enum FourBit {
  /// How many weights a block has.
  static let block = 32
  /// How many bytes a block has.
  static let bytes = 18

  /// How many bytes a row of weights takes.
  static func rowBytes(_ columns: Int) -> Int { columns / block * bytes }

  /// Whether all weights of a row are numbers.
  static func isFinite(_ row: UnsafeRawBufferPointer) -> Bool {
    stride(from: 0, to: row.count, by: bytes).allSatisfy { start in
      let scale = row.loadUnaligned(fromByteOffset: start, as: UInt16.self)
      return Float16(bitPattern: scale).isFinite
    }
  }

  /// Writes a row as floats.
  static func unpack(_ row: UnsafeRawBufferPointer, into weights: UnsafeMutableBufferPointer<Float>)
  {
    for index in 0..<(weights.count / block) {
      let start = index * bytes
      let scale = Float(
        Float16(bitPattern: row.loadUnaligned(fromByteOffset: start, as: UInt16.self)))
      for place in 0..<(block / 2) {
        let pair = row[start + 2 + place]
        weights[index * block + place] = Float(Int32(pair & 15) - 8) * scale
        weights[index * block + block / 2 + place] = Float(Int32(pair >> 4) - 8) * scale
      }
    }
  }
}

/// A matrix of 4-bit weights where it lies in the base file.
struct FourBitMatrix {
  let outputs: Int
  let inputs: Int
  /// The whole file.
  let content: MappedBytes
  /// Where it begins in the file.
  let start: Int

  /// Lends the bytes of a row.
  func withRow<Value, Failure: Error>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let count = FourBit.rowBytes(inputs)
    let begin = start + index * count
    return try content.withBytes { (bytes) throws(Failure) in
      try body(UnsafeRawBufferPointer(rebasing: bytes[begin..<(begin + count)]))
    }
  }
}
