/// How a matrix lies in its section: scales, biases and sums of the rows, then 8-bit weights in the order in which the
/// kernels want them, in groups of 16 outputs by 4 inputs.
public enum PackedMatrix {
  /// How many outputs a group has.
  public static let group = 16
  /// How many inputs a group has.
  public static let depth = 4

  /// The bytes before the weights.
  static func prefix(outputs: Int) -> Int {
    12 * outputs + ModelLayout.padding(behind: 12 * outputs)
  }

  static func count(outputs: Int, inputs: Int) -> Int {
    prefix(outputs: outputs) + outputs * inputs
  }
}
