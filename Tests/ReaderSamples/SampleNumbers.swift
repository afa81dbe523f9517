/// Numbers that only look random (SplitMix64), so that a failure can be had again.
public struct SampleNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to 1.
  public mutating func fraction() -> Float { Float(next() >> 40) / Float(1 << 24) }

  /// Numbers from -size to size.
  public mutating func floats(_ count: Int, _ size: Float) -> [Float] {
    (0..<count).map { _ in (2 * fraction() - 1) * size }
  }

  /// A layer norm's weights and biases.
  mutating func norm(_ width: Int) -> [Float] {
    floats(width, 0.3).map { 1 + $0 } + floats(width, 0.1)
  }
}
