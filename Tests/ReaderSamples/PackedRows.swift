import Reader

/// Quantises and packs a matrix weight by weight, as the format is written down: slowly, and apart from the installer.
public enum PackedRows {
  /// The bytes of a matrix's section.
  ///
  /// - Parameters:
  ///   - rows: the weights of each output, one output after the other.
  ///   - bias: one number for each output, a multiple of 16 of them.
  /// - Returns: scales, biases, sums, and the packed weights.
  public static func bytes(_ rows: [Float], bias: [Float]) -> [UInt8] {
    let outputs = bias.count
    let inputs = rows.count / outputs
    var scales: [Float] = []
    var sums: [Int32] = []
    var weights = [UInt8](repeating: 0, count: outputs * inputs)
    for output in 0..<outputs {
      let row = rows[(output * inputs)..<((output + 1) * inputs)]
      let scale = row.reduce(0) { max($0, abs($1)) } / 127
      var sum: Int32 = 0
      for (input, weight) in row.enumerated() {
        let quantised = scale > 0 ? Int8((weight / scale).rounded(.toNearestOrEven)) : 0
        sum += Int32(quantised)
        weights[place(output, input, inputs)] = UInt8(bitPattern: quantised)
      }
      scales.append(scale)
      sums.append(sum)
    }
    let head = raw(scales) + raw(bias) + raw(sums)
    return head + repeatElement(0, count: ModelLayout.padding(behind: head.count)) + weights
  }

  private static func place(_ output: Int, _ input: Int, _ inputs: Int) -> Int {
    output / 16 * 16 * inputs + input / 4 * 64 + output % 16 * 4 + input % 4
  }

  private static func raw<Value: BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }
}
