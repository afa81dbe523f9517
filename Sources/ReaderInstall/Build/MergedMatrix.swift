/// A matrix of the base with what the adapter adds to it.
struct MergedMatrix {
  let name: String
  let base: FourBitMatrix
  let change: Adapter.Change?

  /// Writes a row as floats; `sum` is room for as many, whatever it holds.
  ///
  /// The rank is summed in its order, and the sum is added to the base's weight: each weight has one right value, to
  /// the last bit, on every machine.
  func row(
    _ index: Int, into weights: UnsafeMutableBufferPointer<Float>,
    sum: UnsafeMutableBufferPointer<Float>
  ) {
    base.withRow(index) { FourBit.unpack($0, into: weights) }
    guard let change else { return }
    sum.update(repeating: 0)
    let rank = change.left.columns
    change.right.values.withUnsafeBufferPointer { right in
      for place in 0..<rank {
        let factor = change.left.values[index * rank + place]
        let start = place * base.inputs
        for column in 0..<base.inputs { sum[column] += factor * right[start + column] }
      }
    }
    for column in 0..<base.inputs { weights[column] += sum[column] }
  }
}
