/// Turns a row of floats into 8-bit weights with one scale.
enum RowQuantisation {
  /// The largest weight.
  static let most: Float = 127

  /// What belongs to a row beside its weights.
  struct Row: Equatable {
    var scale: Float
    var sum: Int32
  }

  /// Writes the weights of a row.
  ///
  /// - Returns: The scale and the sum of the weights; nil where a value is infinite or no number.
  static func quantise(
    _ values: UnsafeMutableBufferPointer<Float>, into weights: UnsafeMutableBufferPointer<Int8>
  ) -> Row? {
    let largest = magnitude(values)
    guard largest.isFinite else { return nil }
    let scale = largest / most
    guard scale > 0 else {
      weights.update(repeating: 0)
      return Row(scale: 0, sum: 0)
    }
    var sum: Int32 = 0
    for index in 0..<values.count {
      let weight = rounded(min(max(values[index] / scale, -most), most))
      weights[index] = Int8(truncatingIfNeeded: weight)
      sum &+= weight
    }
    return Row(scale: scale, sum: sum)
  }

  /// The largest magnitude; its bits order floats without a sign, and put what is no number above all.
  private static func magnitude(_ values: UnsafeMutableBufferPointer<Float>) -> Float {
    var largest: UInt32 = 0
    for index in 0..<values.count {
      largest = max(largest, values[index].bitPattern & 0x7FFF_FFFF)
    }
    return Float(bitPattern: largest)
  }

  /// The nearest whole number, halves to the even one.
  ///
  /// A float of this size has no place for fractions, so the addition rounds, and the low bits hold the number: four
  /// at a time on every processor, where the library's rounding is a call for each.
  private static func rounded(_ value: Float) -> Int32 {
    let shift: Float = 0x1.8p23
    return Int32(bitPattern: (value + shift).bitPattern &- shift.bitPattern)
  }
}
