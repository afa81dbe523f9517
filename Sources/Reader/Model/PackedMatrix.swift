/// A matrix section: 8-bit weights in the order in which the kernels want them.
public enum PackedMatrix {
  static let group = 16
  static let depth = 4

  /// The bytes before the weights: scales, biases and sums of the rows.
  static func prefix(outputs: Int) -> Int { (12 * outputs + 63) / 64 * 64 }

  static func count(outputs: Int, inputs: Int) -> Int {
    prefix(outputs: outputs) + outputs * inputs
  }

  /// Quantises and packs a matrix.
  ///
  /// - Parameters:
  ///   - rows: the weights of each output, one output after the other.
  ///   - bias: one number for each output, a multiple of 16 of them.
  /// - Returns: the bytes of the section.
  public static func bytes(rows: [Float], bias: [Float]) -> [UInt8] {
    let outputs = bias.count
    let inputs = rows.count / outputs
    precondition(outputs.isMultiple(of: group) && inputs.isMultiple(of: group))
    precondition(rows.count == outputs * inputs)
    var scales: [Float] = []
    var sums: [Int32] = []
    var weights = [UInt8](repeating: 0, count: outputs * inputs)
    for output in 0..<outputs {
      let row = rows[(output * inputs)..<((output + 1) * inputs)]
      let scale = row.reduce(0) { max($0, abs($1)) } / 127
      var sum: Int32 = 0
      for (input, weight) in row.enumerated() {
        let quantised = self.quantised(weight, scale)
        sum += Int32(quantised)
        weights[place(output, input, inputs)] = UInt8(bitPattern: quantised)
      }
      scales.append(scale)
      sums.append(sum)
    }
    var bytes = raw(scales) + raw(bias) + raw(sums)
    bytes += repeatElement(0, count: prefix(outputs: outputs) - bytes.count)
    return bytes + weights
  }

  private static func quantised(_ weight: Float, _ scale: Float) -> Int8 {
    scale > 0 ? Int8((weight / scale).rounded(.toNearestOrEven)) : 0
  }

  private static func place(_ output: Int, _ input: Int, _ inputs: Int) -> Int {
    output / group * group * inputs + input / depth * group * depth + output % group * depth
      + input % depth
  }

  private static func raw<Value: BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }
}
